import { readFile } from 'node:fs/promises'

import { AdminWindow } from './support/adminWindow'
import { haveTalked } from './support/history'
import { staff, wide } from './support/languages'
import { look } from './support/look'
import { expect, test } from './support/test'
import { koreanWord } from './support/texts'

for (const { language, locale, again } of staff) {
  test(`an admin exports what was said, in ${language}`, async ({ open, place }) => {
    test.slow()
    const word = koreanWord()
    const call = await haveTalked(place, `=${word} 어디예요?`)
    const admin = await AdminWindow.open(open, 'admin', { locale, viewport: wide })
    await admin.signIn(`calls?region=${place.region.code}`)
    const { page } = admin
    await page.getByTestId('export').click()
    await expect(page.getByTestId('export-summary')).toContainText(place.region.name)
    await page.getByTestId('export-start').click()
    await expect(page.getByTestId('export-reason')).toBeFocused()
    await look(page, 'admin-export', language, { again })
    await page.getByTestId('export-reason').fill('A visitor asked for it')
    const download = page.waitForEvent('download')
    await page.getByTestId('export-reason').press('Enter')
    const file = await download
    await expect(page.getByTestId('export-progress')).toHaveAttribute('data-stage', 'complete')
    await look(page, 'admin-export-complete', language, { again })
    expect(file.suggestedFilename()).toMatch(
      new RegExp(`^deskbell-calls-${place.region.code}-\\d{4}-\\d\\d-\\d\\d\\.csv$`),
    )
    const text = await readFile(await file.path(), 'utf8')
    expect(text).toMatch(
      new RegExp(`^\\ufeffcallId,[^\\n]*\\n${call},${place.region.code},[^\\n]*,'=${word} `),
    )
    await page.getByTestId('export-done').click()
    await expect(page.getByTestId('export')).toBeFocused()
    await admin.show('audit?action=EXPORT_STARTED')
    await expect(page.getByText('A visitor asked for it').first()).toBeVisible()
  })
}

test('a file that breaks off in the middle is not saved, and the page says so', async ({ open, place }) => {
  await haveTalked(place, koreanWord())
  const admin = await AdminWindow.open(open, 'admin', { viewport: wide })
  await admin.signIn('')
  const { page } = admin
  await page.route('**/api/admin/calls/export?**', (route) =>
    route.fulfill({ contentType: 'application/x-ndjson', body: '{"id":"1","messages":[]}\n' }),
  )
  await page.getByTestId('export').click()
  await page.locator('input[value=ndjson]').check()
  await page.getByTestId('export-reason').fill('test')
  await page.getByTestId('export-start').click()
  await expect(page.getByTestId('export-progress')).toHaveAttribute('data-stage', 'broken')
  await expect(page.getByTestId('export-progress').getByRole('alert')).toBeFocused()
  await look(page, 'admin-export-broken', 'ko')
})
