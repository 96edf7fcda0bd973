import { AdminWindow } from './support/adminWindow'
import { unreadable } from './support/axe'
import { beReady, openTwo } from './support/conversation'
import { expect, test } from './support/test'

test('an admin sees on the board what rings, who talks and who is there', async ({ open, place }) => {
  const two = await openTwo(open)
  const { desk, guide } = two
  await beReady(two, place)
  const admin = await AdminWindow.open(open, 'admin')
  await admin.signIn('live')
  const here = admin.page.locator(`[data-testid=live-region][data-region=${place.region.code}]`)
  await expect(here).toBeVisible()
  const usual = admin.page.viewportSize()
  await admin.page.setViewportSize({ width: 360, height: 780 })
  for (const part of ['.top h1', '.top time']) {
    const lines = await admin.page
      .locator(part)
      .evaluate((each) => each.clientHeight / Number.parseFloat(getComputedStyle(each).lineHeight))
    expect.soft(Math.round(lines), `lines of ${part} at 360 px`).toBe(1)
  }
  if (usual) await admin.page.setViewportSize(usual)
  await desk.ring()
  await expect(here.getByTestId('live-call')).toHaveAttribute('data-state', 'RINGING')
  await expect(admin.page.locator('[data-figure=ringing]')).toHaveClass(/loud/)
  await admin.page.emulateMedia({ colorScheme: 'dark' })
  expect.soft(await unreadable(admin.page), 'ringing, dark: axe').toEqual([])
  await admin.page.emulateMedia({ colorScheme: 'light' })
  await guide.accept()
  await expect(here.getByTestId('live-call')).toHaveAttribute('data-state', 'ACTIVE')
  await guide.endCall()
  await expect(here.getByTestId('live-call')).toHaveCount(0)
  const answer = admin.page.waitForResponse(
    (response) => response.url().endsWith('/inspection') && response.request().method() === 'POST',
  )
  await admin.page.getByTestId('inspect').click()
  expect((await answer).status()).toBe(200)
  await expect(admin.page.getByTestId('finding')).toHaveCount(0)
})
