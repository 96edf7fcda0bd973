import { effectScope, nextTick, ref } from 'vue'
import { beforeEach, expect, it, vi } from 'vitest'

import { useTypedSearch } from './useTypedSearch'

beforeEach(() => void vi.useFakeTimers())

function box(start = '') {
  const sought = ref(start)
  const search = vi.fn((words: string) => void (sought.value = words))
  const typing = effectScope().run(() => useTypedSearch(() => sought.value, search))
  if (!typing) throw new Error('no scope')
  return { ...typing, sought, search }
}

it('searches once the typing rests', () => {
  const { typed, search } = box()
  for (const text of ['wh', 'whe', 'whee']) typed(text)
  expect(search).not.toHaveBeenCalled()
  vi.advanceTimersByTime(300)
  expect(search.mock.calls).toEqual([['whee']])
})

it('searches at once on Enter, and not again afterwards', () => {
  const { typed, now, search } = box()
  typed('gate')
  now()
  vi.advanceTimersByTime(1_000)
  expect(search.mock.calls).toEqual([['gate']])
})

it('says that one character is too short, and does not search for it', () => {
  const { typed, tooShort, search, text } = box('gate')
  typed('g')
  vi.advanceTimersByTime(300)
  expect(tooShort.value).toBe(true)
  expect(search.mock.calls).toEqual([['']])
  expect(text.value).toBe('g')
})

it('waits for a Korean syllable that has only begun', () => {
  const { typed, search } = box()
  typed('휠ㅊ', true)
  vi.advanceTimersByTime(1_000)
  expect(search).not.toHaveBeenCalled()
  typed('휠체', true)
  vi.advanceTimersByTime(300)
  expect(search.mock.calls).toEqual([['휠체']])
})

it('follows the address, as when going Back', async () => {
  const { typed, text, sought } = box()
  typed('gate')
  vi.advanceTimersByTime(300)
  sought.value = 'lobby'
  await nextTick()
  expect(text.value).toBe('lobby')
})
