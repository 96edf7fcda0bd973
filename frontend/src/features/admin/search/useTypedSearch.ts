import { computed, onScopeDispose, ref, watch } from 'vue'

import { isTooLong } from '@/ui/length'

import { countOf } from '../parts/folding'

const wait = 300
export const longestSearch = 200

/** A syllable that has only begun; nothing is ever found by it. */
const loneJamo = /[\u3131-\u318e]$/

/**
 * The words in a search box: searched once the typing rests, from two characters on. A Korean syllable still being
 * composed is searched too as soon as it is one, as an input method keeps the last one open until the next key.
 */
export function useTypedSearch(sought: () => string, search: (words: string) => void) {
  const text = ref(sought())
  const tooShort = computed(() => text.value.trim() !== '' && countOf(text.value) < 2)
  const tooLong = computed(() => isTooLong(text.value, longestSearch))
  let said = sought()
  let timer: ReturnType<typeof setTimeout> | undefined

  function now(): void {
    clearTimeout(timer)
    if (tooLong.value) return
    const words = tooShort.value ? '' : text.value.trim()
    if (words === said) return
    said = words
    search(words)
  }

  function typed(value: string, composing = false): void {
    text.value = value
    clearTimeout(timer)
    if (composing && loneJamo.test(value)) return
    timer = setTimeout(now, wait)
  }

  function clear(): void {
    text.value = ''
    now()
  }

  watch(sought, (words) => {
    // Only words from elsewhere, as from Back or a link, may change what stands in the box.
    if (words === said) return
    clearTimeout(timer)
    said = words
    text.value = words
  })
  onScopeDispose(() => clearTimeout(timer))

  return { text, tooShort, tooLong, typed, now, clear }
}
