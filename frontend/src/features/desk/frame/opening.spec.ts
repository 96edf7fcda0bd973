import { mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'

import { chooseLanguage } from '@/locales'

import { useOpening } from './opening'

const now = new Date(2026, 10, 22, 20, 30)
const at = (days: number, hour: number) => new Date(2026, 10, 22 + days, hour, 0).toISOString()

function opening(opensAt: string | null): string {
  const words = mount({
    setup: () => ({ words: useOpening()(opensAt, now.getTime()) }),
    template: '<p>{{ words }}</p>',
  })
  return words.text()
}

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
