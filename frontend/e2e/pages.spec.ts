import { DeskWindow, portrait } from './support/deskWindow'
import { GuideWindow } from './support/guideWindow'
import { staff, visitors, wide } from './support/languages'
import { look, picture } from './support/look'
import { beReady } from './support/conversation'
import { expect, test } from './support/test'

for (const { language, locale, again } of staff) {
  test(`sign-in and what is missing, in ${language}`, async ({ open }) => {
    const { page, watch } = await open('visitor', { locale, viewport: wide })
    watch.excuse('GET 404')
    await page.goto('/login')
    await expect(page.getByTestId('sign-in')).toBeVisible()
    await look(page, 'login', language, { again })
    await page.goto('/nowhere')
    await expect(page.getByRole('main').getByRole('link')).toBeVisible()
    await look(page, 'missing', language, { again })
  })

  test(`the desk and the guide through a call, in ${language}`, async ({ open, place }) => {
    test.slow()
    const desk = await DeskWindow.open(open, 'desk', { locale, viewport: portrait })
    await desk.page.goto('/desk')
    await expect(desk.pairingCode).toBeVisible()
    await look(desk.page, 'desk-pairing', language, { again })
    await desk.pairByForm(place, place.otherDesk)
    await desk.speak(language)
    await look(desk.page, 'desk-idle', language, { again })
    if (language === 'ko') await picture(desk.page, 'desk')

    const guide = await GuideWindow.open(open, 'guide', { locale, viewport: wide })
    await guide.signIn(place.guide)
    await expect(guide.start).toBeVisible()
    await look(guide.page, 'guide-before', language, { again })
    await guide.startShift()
    await look(guide.page, 'guide-idle', language, { again })

    await desk.ring()
    await look(desk.page, 'desk-ringing', language, { again })
    await expect(guide.incoming).toHaveCount(1)
    await look(guide.page, 'guide-ringing', language, { again })
    if (language === 'ko') await picture(guide.page, 'guide')

    await guide.accept()
    await desk.write('화장실 어디예요?', 'أين أقرب مستشفى؟')
    await expect(guide.messages).toHaveCount(2)
    await guide.write('2층 엘리베이터 왼쪽입니다. '.repeat(8).trim())
    await expect(desk.messages).toHaveCount(3)
    await desk.write('https://example.com/' + 'a'.repeat(120))
    await expect(guide.messages).toHaveCount(4)
    await look(desk.page, 'desk-talking', language, { again })
    await look(guide.page, 'guide-talking', language, { again })

    await guide.endCall()
    await expect(desk.page.getByTestId('rate-5')).toBeVisible()
    await look(desk.page, 'desk-rating', language, { again, narrow: false })
    await look(guide.page, 'guide-after', language, { again })
  })
}

test('the desk through a call, in the languages of other visitors', async ({ open, place }) => {
  test.slow()
  const desk = await DeskWindow.open(open, 'desk', { viewport: portrait })
  const guide = await GuideWindow.open(open, 'guide', { viewport: wide })
  const two = { desk, guide }
  const seen = { again: true, narrow: false }
  await beReady(two, place)
  for (const language of visitors) {
    await desk.speak(language)
    await look(desk.page, 'desk-idle', language, seen)
    await desk.ring()
    await look(desk.page, 'desk-ringing', language, seen)
    await guide.accept()
    await guide.write('こんにちは 您好')
    await expect(desk.messages).toHaveCount(1)
    await look(desk.page, 'desk-talking', language, seen)
    await guide.endCall()
    await expect(desk.page.getByTestId('rate-5')).toBeVisible()
    await look(desk.page, 'desk-rating', language, seen)
    await desk.goHome()
  }
})
