import { computed, onScopeDispose, ref, watch } from 'vue'

import { isTooLong } from '@/ui/textLength'

import { searchLength } from '../shared/textSearch'

const debounceDelay = 300
export const maxSearchLength = 200

/** An incomplete Korean syllable, which never matches anything. */
const loneJamo = /[\u3131-\u318e]$/

/**
 * Searches when the user pauses typing, from two characters on. A Korean syllable still being composed counts as soon
 * as it is complete, because input methods keep the last one open until the next key.
 */
export function useDebouncedSearch(searchText: () => string, search: (words: string) => void) {
  const text = ref(searchText())
  const tooShort = computed(() => text.value.trim() !== '' && searchLength(text.value) < 2)
  const tooLong = computed(() => isTooLong(text.value, maxSearchLength))
  let lastSearch = searchText()
  let timer: ReturnType<typeof setTimeout> | undefined

  function searchNow(): void {
    clearTimeout(timer)
    if (tooLong.value) return
    const words = tooShort.value ? '' : text.value.trim()
    if (words === lastSearch) return
    lastSearch = words
    search(words)
  }

  function handleInput(value: string, composing = false): void {
    text.value = value
    clearTimeout(timer)
    if (composing && loneJamo.test(value)) return
    timer = setTimeout(searchNow, debounceDelay)
  }

  function clear(): void {
    text.value = ''
    searchNow()
  }

  watch(searchText, (words) => {
    // Only changes from elsewhere, such as Back or a link, may replace the input.
    if (words === lastSearch) return
    clearTimeout(timer)
    lastSearch = words
    text.value = words
  })
  onScopeDispose(() => clearTimeout(timer))

  return { text, tooShort, tooLong, handleInput, searchNow, clear }
}
