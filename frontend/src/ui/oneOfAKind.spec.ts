import { describe, expect, it } from 'vitest'

import ko from '@/locales/guide/ko.json'
import adminKo from '@/locales/admin/ko.json'
import commonKo from '@/locales/common/ko.json'

const sources = import.meta.glob<string>(['@/**/*.{vue,css,ts}', '!@/**/*.spec.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

const filesWith = (what: RegExp) => Object.keys(sources).filter((path) => what.test(sources[path] ?? ''))

/** What looks and works alike everywhere is drawn in one place. */
describe('one hand', () => {
  it.each([
    ['dialog', /<v-dialog/, '/src/ui/ModalFrame.vue'],
    ['select', /<select|<v-select|<v-combobox/, '/src/ui/AppSelect.vue'],
    ['icon of what was missed', /mdi(Phone|Call)Missed|mdiCloseCircleOutline/, '/src/ui/meanings.ts'],
  ])('has one %s', (_, what, where) => {
    expect(filesWith(what)).toEqual([where])
  })

  it('has one word for what was missed', () => {
    expect(JSON.stringify([ko, adminKo, commonKo])).not.toMatch(/부재중|못 받은/)
    expect(ko.notes.filters.missed).toBe(commonKo.call.MISSED)
  })
})

// A desk has millimetres and large letters of its own, the board grows with its screen, and print has its own paper.
const ownScale = /\/features\/desk\/|\/print\.css$/

it('sizes letters by those of the browser', () => {
  const pixels = /(?:font(?:-size)?|line-height|--text-[a-z]+|--wall-[a-z]+):[^;{}]*(?<![\w.-])\d+px/
  expect(filesWith(pixels).filter((path) => !ownScale.test(path))).toEqual([])
})
