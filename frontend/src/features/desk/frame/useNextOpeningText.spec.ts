import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { chooseLanguage } from '@/locales'
import { deskSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useNextOpeningText } from './useNextOpeningText'

const now = new Date(2026, 10, 22, 20, 30)
const at = (days: number, hour: number) => new Date(2026, 10, 22 + days, hour, 0).toISOString()

function opening(opensAt: string | null, at = now): string {
  const words = mount({
    setup: () => ({ words: useNextOpeningText()(opensAt, at.getTime()) }),
    template: '<p>{{ words }}</p>',
  })
  return words.text()
}

beforeEach(() => signInAs(deskSession()))

afterEach(() => chooseLanguage('ko', { keep: false }))

it.each([
  ['the time alone today', at(0, 22), '다음 운영: 22:00'],
  ['tomorrow by its name', at(1, 9), '다음 운영: 내일 09:00'],
  ['a day of the week', at(3, 9), '다음 운영: 수요일 09:00'],
  ['the date after that', at(42, 9), '다음 운영: 1월 3일 일요일 09:00'],
  ['nothing where it has opened', at(0, 20), ''],
  ['nothing where nothing is known', null, ''],
])('says %s', (_name, opensAt, words) => {
  expect(opening(opensAt)).toBe(words)
})

it('says it in the visitor’s language', async () => {
  await chooseLanguage('en', { keep: false })
  expect(opening(at(1, 9))).toBe('Open again: tomorrow 09:00')
  expect(opening(at(3, 9))).toBe('Open again: Wednesday 09:00')
})

it.each([
  ['Asia/Seoul', '다음 운영: 내일 09:00'],
  ['Pacific/Honolulu', '다음 운영: 14:00'],
])('says it by the clock of the region, %s, whatever the kiosk’s own', (timeZone, words) => {
  signInAs(deskSession({ timeZone }))
  expect(opening('2026-11-24T00:00:00.000Z', new Date('2026-11-23T12:00:00.000Z'))).toBe(words)
})
