import { mount, RouterLinkStub } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'

import { chooseLanguage } from '@/locales'

import FindingItem from './FindingItem.vue'

function detail(check: string, detail: string | null): string {
  const props = { finding: { check, subject: 'x', detail } }
  const item = mount(FindingItem, { props, global: { stubs: { RouterLink: RouterLinkStub } } })
  return item.get('.finding-detail').text()
}

afterEach(() => chooseLanguage('ko', { keep: false }))

it.each([
  ['STUCK', 'ACTIVE', '대화 중', 'Talking'],
  ['NO_NOTE', 'MISSED', '놓침', 'Missed'],
  ['OVER_MAX', '3', '동시에 3건', '3 calls at once'],
  ['OVER_MAX', '1', '동시에 1건', '1 call at once'],
])('words what %s tells: %s', async (check, told, korean, english) => {
  expect(detail(check, told)).toBe(korean)
  await chooseLanguage('en', { keep: false })
  expect(detail(check, told)).toBe(english)
})

it.each([
  ['H2 and PostgreSQL at UTC', '2026-11-22 10:48:00.123456+00'],
  ['PostgreSQL in Seoul', '2026-11-22 19:48:00+09'],
  ['a zone of half hours', '2026-11-22 16:18:00.5+05:30'],
])('tells when it was due by the reader’s clock, as written by %s', async (_, told) => {
  const then = new Date('2026-11-22T10:48:00Z')
  const time = (locale: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }).format(
      then,
    )
  expect(detail('OVERDUE', told)).toBe(`${time('ko')}에 했어야 합니다`)
  await chooseLanguage('en', { keep: false })
  expect(detail('OVERDUE', told)).toBe(`Was due ${time('en')}`)
})

it('shows as it came what it does not know', () => {
  expect(detail('SOMETHING_NEW', 'RINGING')).toBe('RINGING')
  expect(detail('STUCK', 'NEW_STATE')).toBe('NEW_STATE')
  expect(detail('OVERDUE', 'soon')).toBe('soon')
  expect(detail('STUCK', null)).toBe('')
})
