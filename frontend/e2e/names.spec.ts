import { AdminWindow } from './support/adminWindow'
import { DeskWindow } from './support/deskWindow'
import { GuideWindow } from './support/guideWindow'
import { wide } from './support/languages'
import { expect, test } from './support/test'

test('a desk and its region are called as their reader calls them', async ({ open, place, admin }) => {
  const { desk, region } = place
  const english = `East lobby of ${region.code}`
  await admin.patch(`/api/admin/regions/${region.code}`, { names: { en: 'Jeju', ja: '済州' } })
  await admin.patch(`/api/admin/desks/${desk.code}`, { names: { en: english, ja: '到着ロビー1' } })

  const kiosk = await DeskWindow.open(open, 'desk')
  await kiosk.pair(place)
  const top = kiosk.page.locator('header').first()
  await expect(top).toContainText(`${desk.name}${region.name}`)
  await kiosk.speak('ja')
  await expect(top).toContainText('到着ロビー1済州')
  await kiosk.speak('zh')
  await expect(top).toContainText(`${desk.name}${region.name}`)
  await kiosk.speak('en')
  await expect(top).toContainText(`${english}Jeju`)

  const guide = await GuideWindow.open(open, 'guide', { locale: 'en-US', viewport: wide })
  await guide.signIn(place.guide)
  await guide.startShift()
  await kiosk.ring()
  await expect(guide.incoming).toContainText(english)
  await expect(guide.incoming).toContainText('Jeju')

  const office = await AdminWindow.open(open, 'admin', { locale: 'en-US', viewport: wide })
  await office.signIn('desks')
  await expect(office.page.getByText(english)).toBeVisible()
  await kiosk.cancel.click()
})
