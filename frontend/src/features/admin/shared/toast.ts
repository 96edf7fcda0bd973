import { readonly, ref } from 'vue'

import { announce } from '@/utils/announce'

const shown = ref('')
const duration = 6_000
let timer: ReturnType<typeof setTimeout> | undefined

/** The confirmation shown at the bottom of the page, empty if none. */
export const toast = readonly(shown)

/** Shows a confirmation and announces it to screen readers. */
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
