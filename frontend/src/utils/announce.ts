import { nextTick, readonly, ref } from 'vue'

const text = ref('')
let unshown = false

/** What the one live region of the page says to a screen reader. */
export const announcement = readonly(text)

/**
 * Says it politely, after what is being read. The same words twice are said twice, and what comes before the page has
 * shown the last joins it: a screen reader hears only what was there to be seen.
 */
export function announce(words: string): void {
  if (unshown) {
    text.value = `${text.value} ${words}`
    return
  }
  text.value = text.value === words ? `${words}\u00a0` : words
  unshown = true
  void nextTick(() => (unshown = false))
}

/** Nothing stays for the next one to hear. */
export function forgetAnnounced(): void {
  text.value = ''
  unshown = false
}
