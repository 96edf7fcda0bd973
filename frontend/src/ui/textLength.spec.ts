import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import { i18n } from '@/locales'

import LengthNote from './LengthNote.vue'
import { isTooLong, textLength, longestText } from './textLength'

const emoji = '\u{1F514}'

it('counts as the server does', () => {
  expect(textLength(`  ${emoji.repeat(3)}\n`)).toBe(3)
  expect(isTooLong(emoji.repeat(longestText))).toBe(false)
  expect(isTooLong(emoji.repeat(longestText + 1))).toBe(true)
  expect(isTooLong(` ${'a'.repeat(longestText)} `)).toBe(false)
})

it('says by how much a text is too long, and nothing while there is room', () => {
  i18n.global.locale.value = 'en'
  const words = (text: string) => mount(LengthNote, { props: { text } }).text()
  expect(words('a'.repeat(1_000))).toBe('')
  expect(words(emoji.repeat(1_900))).toContain('1,900 of 2,000')
  expect(words(emoji.repeat(2_100))).toContain('100')
})
