import { AdminWindow } from './support/adminWindow'
import { haveTalked } from './support/history'
import { staff, wide } from './support/languages'
import { look } from './support/look'
import { expect, test } from './support/test'

for (const { language, locale, again } of staff) {
  test(`statistics lead to the calls they are made of, in ${language}`, async ({ open, place }) => {
    test.slow()
    const call = await haveTalked(place, '어디예요?')
    const admin = await AdminWindow.open(open, 'admin', { locale, viewport: wide })
    await admin.signIn(`statistics?region=${place.region.code}`)
    const { page } = admin
    const calls = page.getByTestId('figure-calls').getByRole('link')
    await expect(calls).toHaveText('1')
    await look(page, 'admin-statistics', language, { again })
    for (const table of await page.locator('.card [aria-pressed]').all()) await table.click()
    await look(page, 'admin-statistics-tables', language, { again })
    await page.getByTestId('figure-answerRate').getByRole('link').click()
    await expect(page).toHaveURL(/calls\?.*answered=true/)
    await expect(page.locator(`a[href$="/${call}"]`)).toBeVisible()
    await page.goBack()
    const week = page.locator('.card').filter({ has: page.locator('svg[role=group] .day') })
    await week.getByRole('link').focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/weekday=\d&hour=\d/)
    await expect(page.locator(`a[href$="/${call}"]`)).toBeVisible()
    await look(page, 'admin-calls-of-a-figure', language, { again, narrow: false })
  })
}
