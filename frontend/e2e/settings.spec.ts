import { AdminWindow } from './support/adminWindow'
import { DeskWindow } from './support/deskWindow'
import { GuideWindow } from './support/guideWindow'
import { wide } from './support/languages'
import { looksChosen, notTwiceAsLarge, shapeless } from './support/settings'
import { expect, test } from './support/test'

test('a browser that takes the colours leaves every shape, and its letters set ours', async ({
  open,
  place,
}) => {
  test.slow()
  const desk = await DeskWindow.open(open, 'desk', { forcedColors: 'active' })
  const guide = await GuideWindow.open(open, 'guide', { viewport: wide, forcedColors: 'active' })
  const admin = await AdminWindow.open(open, 'admin', { viewport: wide, forcedColors: 'active' })
  const { page } = guide
  const tryOut = async ({ page }: { page: typeof guide.page }, name: string) => {
    expect.soft(await shapeless(page), `${name}: without a shape`).toEqual([])
    expect.soft(await notTwiceAsLarge(page), `${name}: letters`).toEqual([])
  }
  const lineOf = (part: string, of = page) =>
    of
      .locator(part)
      .first()
      .evaluate((each) => Number.parseFloat(getComputedStyle(each).borderTopWidth))

  await page.goto('/login')
  await expect(page.getByTestId('sign-in')).toBeVisible()
  await tryOut(guide, 'sign-in')
  await desk.pair(place)
  expect.soft(await shapeless(desk.page), 'desk: without a shape').toEqual([])
  expect(await lineOf('.bell-dome', desk.page)).toBeGreaterThanOrEqual(3)
  expect(await looksChosen(desk.language('ko'))).toBe(true)

  await guide.signIn(place.guide)
  await guide.startShift()
  await tryOut(guide, 'guide')
  await desk.ring()
  await expect(guide.incoming).toHaveCount(1)
  await tryOut(guide, 'guide, ringing')
  expect(await lineOf('.incoming-frame')).toBe(6)
  expect(await looksChosen(page.locator('.inbox-filters [aria-pressed=true]'))).toBe(true)
  const dot = guide.notes.first().locator('.note-dot')
  const ground = await dot.evaluate((each) => getComputedStyle(each).backgroundColor)
  expect(ground).not.toBe(await page.evaluate(() => getComputedStyle(document.body).backgroundColor))
  await guide.accept()
  await tryOut(guide, 'guide, talking')
  await page.getByTestId('account').click()
  await page.getByTestId('sign-ins').click()
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await tryOut(guide, 'sign-ins')

  await admin.signIn('messages')
  for (const address of ['messages', 'calls', 'live', 'desks', 'nowhere']) {
    if (address !== 'messages') await admin.show(address)
    await expect(admin.page.getByRole('heading', { level: 1 })).toHaveText(/\S/)
    await tryOut(admin, `admin, ${address}`)
  }
})
