import type { Page } from '@playwright/test'

import { Cable } from './support/cable'
import { DeskWindow } from './support/deskWindow'
import { GuideWindow } from './support/guideWindow'
import { visitors } from './support/languages'
import { moves, screens, tryRooms, upright } from './support/room'
import { expect, test } from './support/test'

const languages = ['ko', 'en', ...visitors] as const

for (const language of languages) {
  test(`all of the desk is in sight on every screen and with large letters, in ${language}`, async ({
    admin,
    open,
    place,
  }) => {
    test.slow()
    const again = language !== 'ko'
    const desk = await DeskWindow.open(open, 'desk')
    const guide = await GuideWindow.open(open, 'guide')
    const { page } = desk
    const cable = await Cable.lay(page)
    await staySmall(page)
    desk.watch.excuse(...noNetwork)
    const seen = (state: string) => tryRooms(page, `${state}, ${language}`, again)

    // A desk starts in its own first language, for each visitor anew.
    const spoken = [language, ...languages.filter((each) => each !== language)]
    await admin.patch(`/api/admin/desks/${place.desk.code}`, { languages: spoken })
    await desk.pair(place)
    await seen('idle')
    await desk.ring()
    await seen('nobody')
    await page.getByTestId('leave-note').click()
    await page.getByTestId('note-input').fill('우산을 두고 왔어요')
    await seen('note')
    await page.getByTestId('send-note').click()
    await expect(page.locator('[data-state=NOTED]')).toBeVisible()
    await seen('left')
    await desk.goHome()

    await guide.signIn(place.guide)
    await guide.startShift()
    await desk.ring()
    await seen('ringing')
    await guide.accept()
    await desk.write('화장실 어디예요?')
    await guide.write('2층 왼쪽')
    await expect(desk.messages).toHaveCount(2)
    await seen('talking')
    if (!again) {
      await cable.pull()
      await expect(offlineBar(page)).toBeVisible()
      await seen('talking offline')
      await desk.endCall()
      await seen('thanks offline')
      await cable.plugIn()
      await desk.expectConnection('online')
    } else await desk.endCall()
    await seen('thanks')
    await desk.goHome()
    if (!again) {
      await cable.pull()
      await expect(offlineBar(page)).toBeVisible()
      await seen('idle offline')
      await desk.ring()
      await seen('held')
      await desk.cancel.click()
      await cable.plugIn()
      await desk.expectConnection('online')
    }
    await desk.ring()
    await expect(desk.status).toHaveAttribute('data-state', 'RINGING')
    await answerAsMissed(page)
    await cable.pull()
    await desk.expectConnection('connecting', 'offline')
    await cable.plugIn()
    await desk.expectConnection('online')
    await expect(desk.status).toHaveAttribute('data-state', 'MISSED')
    await seen('missed')
  })
}

test('the ring of the focus is the bell’s, and a longer headline moves nothing', async ({ open, place }) => {
  const desk = await DeskWindow.open(open, 'desk')
  const guide = await GuideWindow.open(open, 'guide')
  const { page } = desk
  await staySmall(page)
  await desk.pair(place)
  await page.keyboard.press('Tab')
  await expect(desk.callButton).toBeFocused()
  for (const part of ['.bell-dome', '.bell-base'])
    await expect(page.locator(part)).toHaveCSS('outline-style', 'solid')
  await expect(desk.callButton).toHaveCSS('outline-style', 'none')
  await guide.signIn(place.guide)
  await guide.startShift()
  await desk.ring()
  for (const screen of screens) {
    await page.setViewportSize(screen)
    expect.soft(await moves(page, 'cancel-call'), `${screen.width} × ${screen.height}`).toBe(0)
  }
  await desk.cancel.click()
  await page.setViewportSize(upright)
  expect.soft(await moves(page, 'call-button')).toBe(0)
  for (const screen of screens) {
    await page.setViewportSize(screen)
    const widths = await page
      .getByTestId(/^language-/)
      .evaluateAll((all) => all.map((each) => each.clientWidth))
    expect.soft(new Set(widths.slice(0, 2)).size, 'tiles of one width').toBe(1)
  }
})

const noNetwork = ['net::ERR_INTERNET_DISCONNECTED', 'net::ERR_NETWORK_CHANGED', 'WebSocket connection to']

const offlineBar = (page: Page) => page.locator('[data-testid=connection-status].bar')

/** What fills its screen has one size. */
const staySmall = (page: Page) =>
  page.addInitScript(() => Object.defineProperty(Document.prototype, 'fullscreenEnabled', { value: false }))

/** What the desk hears of its call when it asks anew: nobody came in the two minutes that this would take. */
async function answerAsMissed(page: Page): Promise<void> {
  await page.route('**/api/calls/current', async (route) => {
    const response = await route.fetch()
    const ringing = await response.text()
    const body = ringing.replace('"RINGING"', '"MISSED"').replace(/"version":\d+/, '"version":1000')
    await route.fulfill({ response, body })
  })
}
