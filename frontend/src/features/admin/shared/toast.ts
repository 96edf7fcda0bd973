import { readonly, ref } from 'vue'

import { announce } from '@/composables/announce'

const shown = ref('')
const duration = 6_000
let timer: ReturnType<typeof setTimeout> | undefined

/** What was just done, in the corner of the page. */
export const toast = readonly(shown)

/** Says what was done, to eyes and to a screen reader alike. */
export function showToast(text: string): void {
  clearTimeout(timer)
  shown.value = text
  announce(text)
  timer = setTimeout(() => (shown.value = ''), duration)
}

export function dismissToast(): void {
  clearTimeout(timer)
  shown.value = ''
}
