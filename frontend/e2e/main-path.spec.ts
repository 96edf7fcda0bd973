import { AdminWindow } from './support/adminWindow'
import { carriers, listen, type Carrier } from './support/carriers'
import { DeskWindow } from './support/deskWindow'
import { GuideWindow } from './support/guideWindow'
import type { Place } from './support/place'
import type { TalkWindow } from './support/talkWindow'
import { expect, test, type Open } from './support/test'
import { koreanWord } from './support/texts'

interface Windows {
  place: Place
  desk: DeskWindow
  first: GuideWindow
  second: GuideWindow
}

const long = '긴 안내문입니다. '.repeat(200).trim()
const rightToLeft = 'أين أقرب مستشفى؟ 3 دقائق'
const markup = '<b>굵게</b> & <img src=x onerror=alert(1)>'
const link = 'https://example.com/map?a=1&b=2'

async function openAll(open: Open, place: Place, carrier: Carrier): Promise<Windows & { asked: string[][] }> {
  const desk = await DeskWindow.open(open, 'desk')
  const first = await GuideWindow.open(open, 'first guide')
  const second = await GuideWindow.open(open, 'second guide')
  const asked: string[][] = []
  for (const { page, watch } of [desk, first, second]) {
    await carrier.block(page)
    asked.push(listen(page))
    if (carrier.name.startsWith('xhr-polling')) watch.excuse('/xhr_streaming')
  }
  await desk.pairByForm(place)
  await first.signInByForm(place.guide)
  await second.signIn(place.colleague)
  for (const guide of [first, second]) await guide.startShift()
  return { place, desk, first, second, asked }
}

async function ringAtBoth({ desk, first, second }: Windows): Promise<void> {
  const calm = await first.page.title()
  await desk.speak('en')
  await desk.ring()
  await expect(desk.status).toHaveText(/\S/)
  for (const guide of [first, second]) {
    await expect(guide.incoming).toHaveCount(1)
    await expect(guide.page).not.toHaveTitle(calm)
    await expect(guide.page).toHaveTitle(/\S/)
  }
}

async function oneAccepts({ place, desk, first, second }: Windows): Promise<void> {
  await first.accept()
  await expect(second.incoming).toHaveCount(0)
  await expect(
    second.page.getByText(new RegExp(`${place.guide.displayName}.*(받|응답|연결)`)).first(),
  ).toBeVisible()
  await expect(second.input).toHaveCount(0)
  await expect(desk.input).toBeVisible()
  await expect(desk.page.getByText(place.guide.displayName).first()).toBeVisible()
}

async function typingShows(from: TalkWindow, to: TalkWindow): Promise<void> {
  await from.input.pressSequentially('안')
  await expect(to.typing).toBeVisible()
  await from.input.fill('')
}

async function talk({ desk, first }: Windows, word: string): Promise<void> {
  await typingShows(desk, first)
  await desk.write(`${word} 어디예요? 👩‍🦽🇰🇷`, rightToLeft, link)
  await expect(first.messages).toHaveCount(3)
  await typingShows(first, desk)
  await first.write(markup, long)
  const all = [`${word} 어디예요? 👩‍🦽🇰🇷`, rightToLeft, link, markup, long]
  for (const side of [desk, first]) {
    await side.expectMessages(all)
    await expect(side.messages.locator('b, img')).toHaveCount(0)
    await expect(side.message(rightToLeft).locator('[dir=auto]')).toHaveCSS('direction', 'rtl')
  }
  await expect(desk.messages.locator('a')).toHaveCount(0)
  await expect(desk.message(link)).toHaveAttribute('data-delivery', 'read')
  await expect(first.message(long)).toHaveAttribute('data-delivery', 'read')
}

async function endAndRate({ desk, first }: Windows): Promise<void> {
  await first.endCall()
  await desk.rate(5)
  await desk.goHome()
  await expect(desk.messages).toHaveCount(0)
  await expect(first.page).toHaveTitle(/\S/)
}

/** Who was alerted and did not have to come is told why, and has nothing left to read. */
async function noteTellsWhoAnswered({ place, second }: Windows): Promise<void> {
  await expect(second.notes).toHaveCount(1)
  await expect(second.notes).toHaveAttribute('data-outcome', 'ANSWERED')
  await expect(second.notes).toContainText(place.guide.displayName)
  expect(await second.unreadCount()).toBe(0)
}

async function adminFinds(open: Open, word: string): Promise<void> {
  const admin = await AdminWindow.open(open, 'admin')
  await admin.signInByForm()
  await admin.search(word)
  await expect(admin.results).toHaveCount(1)
  await expect(admin.results).toContainText(word)
  await admin.results.click()
  await expect(admin.transcript).toContainText(`${word} 어디예요?`)
  await expect(admin.transcript).toContainText(markup)
  await expect(admin.transcript.locator('b, img')).toHaveCount(0)
}

for (const carrier of carriers) {
  test(`a desk calls and a guide answers over ${carrier.name}`, async ({ open, place }) => {
    const word = koreanWord()
    const { asked, ...windows } = await openAll(open, place, carrier)
    await ringAtBoth(windows)
    await oneAccepts(windows)
    await talk(windows, word)
    await endAndRate(windows)
    // However it was carried, it is kept in the same place.
    if (carrier === carriers[0]) await adminFinds(open, word)
    for (const addresses of asked) {
      expect(addresses).toContainEqual(expect.stringMatching(carrier.carries))
      expect(addresses.filter((each) => carrier.never.test(each))).toEqual([])
    }
    await noteTellsWhoAnswered(windows)
  })
}
