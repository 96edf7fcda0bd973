import { afterEach, expect, it } from 'vitest'

import { chooseLanguage } from '@/locales'
import { call } from '@/testing/samples'

import { toldText } from './cardText'
import type { IncomingCard } from './useIncoming'

const regions = ['서울', '부산', '제주'].map((name, index) => ({ code: `region-${index}`, name }))
const told = (more: Partial<IncomingCard> = {}) => {
  const card = { call: call({ ringsIn: regions }), foreign: false, adminsTold: false, ...more }
  return toldText(card as IncomingCard, ['region-1'])
}

afterEach(() => chooseLanguage('ko', { keep: false }))

it('names who else was told as a list of the reader’s language', async () => {
  expect(told()).toBe('부산 및 제주에도 알렸습니다')
  await chooseLanguage('en', { keep: false })
  expect(told()).toBe('부산 and 제주 told as well')
  expect(told({ adminsTold: true })).toBe('부산 and 제주 told as well, and the admins')
})

it('leaves out our own region where the call is another’s', () => {
  expect(told({ foreign: true })).toBe('제주에도 알렸습니다')
  const alone = call({ ringsIn: regions.slice(0, 1) })
  expect(told({ call: alone })).toBe('')
  expect(told({ call: alone, adminsTold: true })).toBe('관리자에게도 알렸습니다')
})
