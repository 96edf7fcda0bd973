import { beforeEach, expect, it } from 'vitest'

import { i18n } from '@/locales'
import { mountPage } from '@/testing/mountPage'
import { note } from '@/testing/samples'

import NoteItem from './NoteItem.vue'

const desk = { desk: { code: 'jeju-1', name: '도착층 1번' } }
const item = (more: Parameters<typeof note>[0]) => mountPage(NoteItem, { props: { note: note(more) } })

beforeEach(() => {
  i18n.global.locale.value = 'ko'
})

it('says what happened in the reader’s language, and the desk once', () => {
  expect(item({ kind: 'MISSED', from: desk }).text().split('도착층 1번')).toHaveLength(2)
  i18n.global.locale.value = 'en'
  expect(item({ kind: 'CALL', from: desk, to: { username: 'admin' } }).text()).toContain(
    'Nobody has answered the call yet.',
  )
})

it('is amber only while it needs somebody', () => {
  const chip = (more: Parameters<typeof note>[0]) =>
    item({ kind: 'CALL', from: desk, ...more })
      .get('[data-meaning]')
      .attributes('data-meaning')
  const outcome = { state: 'CANCELLED', guide: null, at: '2026-11-22T10:00:00.000Z' } as const
  expect(chip({})).toBe('ringing')
  expect(chip({ outcome })).toBe('quiet')
})

it('leaves the words of Deskbell and of a colleague as they are', () => {
  const words = '제주: 안내원이 없습니다.\nJeju: nobody is on duty.'
  expect(item({ from: null, contents: words }).get('.note-text').element.textContent).toBe(words)
})

it('is marked as read once, and says which it is', async () => {
  const unread = item({})
  await unread.get('[data-testid=mark-read]').trigger('click')
  expect(unread.emitted('read')).toHaveLength(1)
  const read = item({ readAt: '2026-11-22T10:00:00.000Z' })
  expect(read.attributes('data-read')).toBe('true')
  expect(read.find('[data-testid=mark-read]').exists()).toBe(false)
})
