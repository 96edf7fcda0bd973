import { AdminWindow } from './support/adminWindow'
import { DeskWindow } from './support/deskWindow'
import { GuideWindow } from './support/guideWindow'
import { wide } from './support/languages'
import { expect, test } from './support/test'
import { Weight } from './support/weight'

type Budget = { requests: number; kilobytes: number; fonts: number }

async function expectLight(name: string, weight: Weight, budget: Budget): Promise<void> {
  const read = await weight.read()
  if (process.env.DESKBELL_WEIGHTS) console.log(`weight: ${name} ${JSON.stringify(read)}`)
  for (const what of ['requests', 'kilobytes', 'fonts'] as const)
    expect.soft(read[what], `${what} of ${name}: ${weight.paths.join(' ')}`).toBeLessThanOrEqual(budget[what])
}

for (const [language, locale] of Object.entries({ ko: 'ko-KR', en: 'en-US' })) {
  test(`the sign-in page is light in ${language}`, async ({ open }) => {
    const { page } = await open('visitor', { locale, viewport: wide })
    const weight = await Weight.of(page)
    await page.goto('/login')
    await expect(page.getByTestId('sign-in')).toBeVisible()
    await expectLight(`sign-in ${language}`, weight, { requests: 16, kilobytes: 400, fonts: 0 })
  })

  test(`the guide's page is light in ${language}`, async ({ open, place }) => {
    const guide = await GuideWindow.open(open, 'guide', { locale, viewport: wide })
    const weight = await Weight.of(guide.page)
    await guide.signIn(place.guide)
    await guide.startShift()
    await expectLight(`guide ${language}`, weight, { requests: 25, kilobytes: 450, fonts: 2 })
    expect(weight.paths.filter((path) => /admin|DeskPage/.test(path))).toEqual([])
  })

  test(`the admin's page is light in ${language}`, async ({ open, place }) => {
    const admin = await AdminWindow.open(open, 'admin', { locale, viewport: wide })
    const weight = await Weight.of(admin.page)
    // Without what others have written, in whatever letters.
    await admin.signIn(`messages?region=${place.region.code}`)
    await expect(admin.page.getByTestId('search-input')).toBeVisible()
    await expectLight(`admin ${language}`, weight, { requests: 26, kilobytes: 530, fonts: 4 })
    expect(weight.paths.filter((path) => /DeskPage|GuidePage/.test(path))).toEqual([])
  })
}

for (const language of ['ko', 'en', 'ja', 'zh', 'zh-TW']) {
  test(`a desk is light in ${language}`, async ({ open, place }) => {
    const desk = await DeskWindow.open(open, 'desk')
    const weight = await Weight.of(desk.page)
    await desk.pair(place)
    if (language !== 'ko') await desk.speak(language)
    await expectLight(`desk ${language}`, weight, { requests: 20, kilobytes: 550, fonts: 2 })
    expect(weight.paths.filter((path) => /admin|staff|Guide|Login|noto-/.test(path))).toEqual([])
  })
}
