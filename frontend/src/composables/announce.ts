import { readonly, ref } from 'vue'

const text = ref('')

/** What the one live region of the page says to a screen reader. */
export const announcement = readonly(text)

/** Says it politely, after what is being read. The same words twice are said twice. */
export function announce(words: string): void {
  text.value = text.value === words ? `${words}\u00a0` : words
}
