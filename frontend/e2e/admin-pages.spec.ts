import { AdminWindow } from './support/adminWindow'
import { haveTalked } from './support/history'
import { staff, wide } from './support/languages'
import { look } from './support/look'
import { expect, test } from './support/test'
import { koreanWord } from './support/texts'

for (const { language, locale, again } of staff) {
  test(`the admin's pages, in ${language}`, async ({ open, place }) => {
    test.slow()
    const word = koreanWord()
    const call = await haveTalked(place, `${word} 어디예요?`)
    const admin = await AdminWindow.open(open, 'admin', { locale, viewport: wide })
    await admin.signIn()
    await admin.search(word)
    await expect(admin.results).toHaveCount(1)
    await look(admin.page, 'admin-messages', language, { again })
    const { page } = admin
    const pages = {
      [`calls/${call}`]: admin.transcript,
      calls: page.getByText(place.desk.name),
      live: page.locator(`[data-testid=live-region][data-region=${place.region.code}]`),
      notes: page.getByRole('main'),
      regions: page.getByText(place.region.code),
      desks: page.getByText(place.desk.code),
      accounts: page.getByText(place.guide.username),
    }
    for (const [address, content] of Object.entries(pages)) {
      await admin.show(address)
      await expect(content.filter({ visible: true }).first()).toBeVisible()
      await look(page, `admin-${address.replace(/\/.+/, '-transcript')}`, language, { again })
    }
  })
}
