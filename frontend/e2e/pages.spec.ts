import { AdminWindow } from './support/adminWindow'
import type { List, Message } from './support/contract'
import { DeskWindow, portrait } from './support/deskWindow'
import { GuideWindow } from './support/guideWindow'
import { look, picture } from './support/look'
import { expect, test } from './support/test'
import { koreanWord } from './support/texts'

test.use({ cast: { desks: ['jeju-2'], guides: ['jeju.guide1', 'jeju.guide2'] } })

const staff = [
  { language: 'ko', locale: 'ko-KR' },
  { language: 'en', locale: 'en-US' },
] as const
const visitors = [
  { language: 'ja', locale: 'ja-JP' },
  { language: 'zh', locale: 'zh-CN' },
  { language: 'zh-TW', locale: 'zh-TW' },
] as const
const wide = { width: 1280, height: 800 }

for (const { language, locale } of staff) {
  const options = { locale, reducedMotion: 'reduce' } as const

  test(`sign-in and what is missing, in ${language}`, async ({ open }) => {
    const { page, watch } = await open('visitor', { ...options, viewport: wide })
    watch.excuse('GET 404')
    await page.goto('/login')
    await expect(page.getByTestId('sign-in')).toBeVisible()
    await look(page, 'login', language)
    await page.goto('/nowhere')
    await expect(page.getByRole('main').getByRole('link')).toBeVisible()
    await look(page, 'missing', language)
  })

  test(`the desk and the guide through a call, in ${language}`, async ({ open }) => {
    test.slow()
    const word = koreanWord()
    const desk = await DeskWindow.open(open, 'desk', options)
    await desk.page.goto('/desk')
    await expect(desk.pairingCode).toBeVisible()
    await look(desk.page, 'desk-pairing', language)
    await desk.pair('jeju-2')
    await desk.speak(language)
    await look(desk.page, 'desk-idle', language)
    if (language === 'ko') await picture(desk.page, 'desk')

    const guide = await GuideWindow.open(open, 'guide', { ...options, viewport: wide })
    await guide.signIn('jeju.guide1')
    await expect(guide.start).toBeVisible()
    await look(guide.page, 'guide-before', language)
    await guide.start.click()
    await guide.expectConnection('online')
    await look(guide.page, 'guide-idle', language)

    await desk.ring()
    await look(desk.page, 'desk-ringing', language)
    await expect(guide.incoming).toHaveCount(1)
    await look(guide.page, 'guide-ringing', language)
    if (language === 'ko') await picture(guide.page, 'guide')

    await guide.accept()
    await desk.write(`${word} 어디예요?`, 'أين أقرب مستشفى؟')
    await guide.write('2층 엘리베이터 왼쪽입니다. '.repeat(8).trim())
    await desk.write('https://example.com/' + 'a'.repeat(120))
    await expect(guide.messages).toHaveCount(4)
    await look(desk.page, 'desk-talking', language)
    await look(guide.page, 'guide-talking', language)

    await guide.endCall()
    await expect(desk.page.getByTestId('rate-5')).toBeVisible()
    await look(desk.page, 'desk-rating', language, false)
    await look(guide.page, 'guide-after', language)
  })

  test(`the admin's pages, in ${language}`, async ({ open }) => {
    test.slow()
    const admin = await AdminWindow.open(open, 'admin', { ...options, viewport: wide })
    await admin.signIn()
    await admin.search('어디')
    await expect(admin.results.first()).toBeVisible()
    await look(admin.page, 'admin-messages', language)
    const found = await admin.page.request.get('/api/admin/messages?limit=1&q=어디')
    const { items } = (await found.json()) as List<Message>
    const pages = {
      [`calls/${items[0]?.callId}`]: admin.transcript,
      calls: admin.page.getByText(/오름 쉼터 2번|여객선 터미널 1번/),
      live: admin.page.getByTestId('live-region'),
      notes: admin.page.getByRole('main'),
      regions: admin.page.getByText('제주'),
      desks: admin.page.getByText('오름 쉼터 2번'),
      accounts: admin.page.getByText('나래'),
    }
    for (const [address, content] of Object.entries(pages)) {
      await admin.page.goto(`/admin/${address}`)
      await expect(content.filter({ visible: true }).first()).toBeVisible()
      await look(admin.page, `admin-${address.replace(/\/.+/, '-transcript')}`, language)
    }
  })
}

for (const { language, locale } of visitors) {
  test(`the desk through a call, in ${language}`, async ({ open }) => {
    const desk = await DeskWindow.open(open, 'desk', { locale, reducedMotion: 'reduce', viewport: portrait })
    const guide = await GuideWindow.open(open, 'guide', { viewport: wide })
    await guide.startShift('jeju.guide2')
    await desk.pair('jeju-2')
    await desk.speak(language)
    await look(desk.page, 'desk-idle', language, false)
    await desk.ring()
    await look(desk.page, 'desk-ringing', language, false)
    await guide.accept()
    await guide.write('こんにちは 您好')
    await expect(desk.messages).toHaveCount(1)
    await look(desk.page, 'desk-talking', language, false)
    await guide.endCall()
    await expect(desk.page.getByTestId('rate-5')).toBeVisible()
    await look(desk.page, 'desk-rating', language, false)
  })
}
