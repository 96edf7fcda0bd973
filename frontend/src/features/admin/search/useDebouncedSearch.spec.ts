import { effectScope, nextTick, ref } from 'vue'
import { beforeEach, expect, it, vi } from 'vitest'

import { useDebouncedSearch } from './useDebouncedSearch'

beforeEach(() => void vi.useFakeTimers())

function box(start = '') {
  const searchText = ref(start)
  const search = vi.fn((words: string) => void (searchText.value = words))
  const typing = effectScope().run(() => useDebouncedSearch(() => searchText.value, search))
  if (!typing) throw new Error('no scope')
  return { ...typing, searchText, search }
}

it('searches once the typing rests', () => {
  const { handleInput, search } = box()
  for (const text of ['wh', 'whe', 'whee']) handleInput(text)
  expect(search).not.toHaveBeenCalled()
  vi.advanceTimersByTime(300)
  expect(search.mock.calls).toEqual([['whee']])
})

it('searches at once on Enter, and not again afterwards', () => {
  const { handleInput, searchNow, search } = box()
  handleInput('gate')
  searchNow()
  vi.advanceTimersByTime(1_000)
  expect(search.mock.calls).toEqual([['gate']])
})

it('says that one character is too short, and does not search for it', () => {
  const { handleInput, tooShort, search, text } = box('gate')
  handleInput('g')
  vi.advanceTimersByTime(300)
  expect(tooShort.value).toBe(true)
  expect(search.mock.calls).toEqual([['']])
  expect(text.value).toBe('g')
})

it('waits for a Korean syllable that has only begun', () => {
  const { handleInput, search } = box()
  handleInput('휠ㅊ', true)
  vi.advanceTimersByTime(1_000)
  expect(search).not.toHaveBeenCalled()
  handleInput('휠체', true)
  vi.advanceTimersByTime(300)
  expect(search.mock.calls).toEqual([['휠체']])
})

it('follows the address, as when going Back', async () => {
  const { handleInput, text, searchText } = box()
  handleInput('gate')
  vi.advanceTimersByTime(300)
  searchText.value = 'lobby'
  await nextTick()
  expect(text.value).toBe('lobby')
})
