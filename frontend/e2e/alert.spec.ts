import { firstToneSince, muzzle, putEarsOn, tonesSince } from './support/ears'
import { GuideWindow } from './support/guideWindow'
import type { Place } from './support/place'
import { beReady, openTwo, type Two } from './support/conversation'
import { expect, test, type Open } from './support/test'

async function onDuty(open: Open, place: Place): Promise<Two> {
  const two = await openTwo(open)
  await putEarsOn(two.guide.page.context())
  await beReady(two, place)
  return two
}

test('a tab in the background rings within two seconds of the press, and again', async ({ open, place }) => {
  const { desk, guide } = await onDuty(open, place)
  await guide.page.context().newPage()
  await hide(guide)
  const pressed = Date.now()
  await desk.ring()
  await expect.poll(() => firstToneSince(guide.page, pressed), { timeout: 5_000 }).not.toBeNull()
  const first = (await firstToneSince(guide.page, pressed)) ?? Infinity
  expect(first - pressed).toBeLessThan(2_000)
  // UL 1069: at least every ten seconds.
  await expect.poll(() => tonesSince(guide.page, first + 3_000), { timeout: 10_000 }).toBeGreaterThan(0)
  await expect(guide.page).toHaveTitle(new RegExp(place.desk.name))
  await desk.cancel.click()
  await expect(guide.incoming).toHaveCount(0)
})

/** As a browser tells a page that nobody looks at it. */
async function hide({ page }: GuideWindow): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    Object.defineProperty(document, 'hidden', { value: true, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
}

test('two tabs show the call and make one sound', async ({ open, place }) => {
  const { desk, guide } = await onDuty(open, place)
  const tab = await guide.page.context().newPage()
  await tab.goto('/guide')
  const second = new GuideWindow(tab, guide.watch)
  await second.expectConnection('online')
  await tab.mouse.click(4, 4)
  const pressed = Date.now()
  await desk.ring()
  for (const each of [guide, second]) await expect(each.incoming).toHaveCount(1)
  await expect
    .poll(async () => (await tonesSince(guide.page, pressed)) + (await tonesSince(tab, pressed)))
    .toBeGreaterThan(0)
  // Long enough for the second strike of whoever would ring beside the other.
  await expect.poll(() => Date.now() - pressed, { timeout: 15_000 }).toBeGreaterThan(10_000)
  const sounding = [await tonesSince(guide.page, pressed), await tonesSince(tab, pressed)].filter(
    (n) => n > 0,
  )
  expect(sounding).toHaveLength(1)
  await second.accept()
  await expect(guide.incoming).toHaveCount(0)
  await expect(guide.input).toBeVisible()
  await second.endCall()
})

test('a page that slept shows what rings as soon as it wakes', async ({ open, place }) => {
  const { desk, guide } = await onDuty(open, place)
  const devtools = await guide.page.context().newCDPSession(guide.page)
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
  const pressed = Date.now()
  await desk.ring()
  await expect(desk.status).toHaveText(/\S/)
  await devtools.send('Page.setWebLifecycleState', { state: 'active' })
  await expect(guide.incoming).toHaveCount(1, { timeout: 2_000 })
  await expect.poll(() => firstToneSince(guide.page, pressed), { timeout: 2_000 }).not.toBeNull()
  await guide.expectConnection('online')
  await guide.accept()
  await guide.endCall()
})

test('a bar says in red that the sound is blocked, until one click mends it', async ({ open, place }) => {
  const { desk, guide } = await onDuty(open, place)
  // Else the page that comes finds a guide whose shift has not begun.
  const intent = async () =>
    ((await (await guide.page.request.get('/api/session')).json()) as { presence: string }).presence
  await expect.poll(intent).toBe('AVAILABLE')
  await muzzle(guide.page)
  await guide.page.reload()
  await guide.expectConnection('online')
  const bar = guide.page.getByTestId('strip-notice')
  await expect(bar).toHaveAttribute('data-tone', 'blocked')
  await desk.ring()
  await expect(guide.incoming).toHaveCount(1)
  await desk.cancel.click()
  await expect(guide.incoming).toHaveCount(0)
  await guide.page.getByTestId('unlock-sound').click()
  await expect(bar.filter({ has: guide.page.locator('[data-testid=unlock-sound]') })).toHaveCount(0)
  const pressed = Date.now()
  await desk.ring()
  await expect.poll(() => firstToneSince(guide.page, pressed)).not.toBeNull()
  await desk.cancel.click()
})

test('a bar says in red that notifications are off', async ({ open, place }) => {
  const guide = await GuideWindow.open(open, 'guide', { permissions: [] })
  await guide.signIn(place.guide)
  await guide.startShift()
  await expect(guide.page.getByTestId('strip-notice')).toHaveAttribute('data-tone', 'blocked')
})
