import { computed, reactive } from 'vue'
import { afterEach, expect, it } from 'vitest'

import { chooseLanguage } from '@/locales'

import { parseLocalized } from './localizedNames'
import type { Call } from './types'

const json = JSON.stringify({
  desk: { code: 'seoul-1', name: '동쪽 로비', names: { en: 'East lobby', ja: '東ロビー' } },
  region: { code: 'seoul', name: '서울' },
})
const read = () => reactive(parseLocalized(json) as Call)

afterEach(() => chooseLanguage('ko'))

it.each([
  ['en', 'East lobby'],
  ['ja', '東ロビー'],
  ['zh', '동쪽 로비'],
  ['zh-TW', '동쪽 로비'],
  ['ko', '동쪽 로비'],
] as const)('calls a desk as the reader of %s does', async (language, name) => {
  const call = read()
  await chooseLanguage(language)
  expect(call.desk.name).toBe(name)
  expect(call.desk.ownName).toBe('동쪽 로비')
  expect(call.region.name).toBe('서울')
})

it('names it anew when the page speaks another language', async () => {
  const call = read()
  const title = computed(() => `${call.desk.name}, ${call.region.name}`)
  expect(title.value).toBe('동쪽 로비, 서울')
  await chooseLanguage('en')
  expect(title.value).toBe('East lobby, 서울')
})

it('takes a new name, shown where the language has none of its own', async () => {
  const call = read()
  const title = computed(() => call.desk.name)
  expect(title.value).toBe('동쪽 로비')
  Object.assign(call.desk, { name: '서쪽 로비' })
  expect([title.value, call.desk.ownName]).toEqual(['서쪽 로비', '서쪽 로비'])
  await chooseLanguage('en')
  expect(title.value).toBe('East lobby')
})

it('leaves alone what only looks alike', () => {
  expect(parseLocalized('{"name": 1, "names": {"en": "x"}}')).toEqual({ name: 1, names: { en: 'x' } })
  expect(parseLocalized('{"name": "x", "names": null}')).toEqual({ name: 'x', names: null })
})
