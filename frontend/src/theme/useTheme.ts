import { computed, readonly, ref, watchEffect } from 'vue'

import { readLocalStorage, saveToLocalStorage } from '@/utils/localStorage'

import type { ThemeName } from './palettes'

export const themeChoices = ['system', 'light', 'dark', 'contrast'] as const
export type ThemeChoice = (typeof themeChoices)[number]

const key = 'deskbell.theme'

function matches(query: string) {
  const media = window.matchMedia?.(query)
  const state = ref(media?.matches ?? false)
  media?.addEventListener('change', (event) => (state.value = event.matches))
  return state
}

const prefersDark = matches('(prefers-color-scheme: dark)')
const prefersContrast = matches('(prefers-contrast: more)')
const choice = ref<ThemeChoice>(readLocalStorage(key, themeChoices) ?? 'system')

const themeName = computed<ThemeName>(() => {
  if (choice.value !== 'system') return choice.value
  if (prefersContrast.value) return 'contrast'
  return prefersDark.value ? 'dark' : 'light'
})

/** What the reader chose and what it comes to on this device. A desk's visitor is not remembered. */
export function useTheme() {
  function choose(next: ThemeChoice, options: { keep: boolean } = { keep: true }): void {
    choice.value = next
    if (options.keep) saveToLocalStorage(key, next)
  }
  return { choice: readonly(choice), themeName, choose }
}

/** Keeps Vuetify and `<html data-theme>` at the theme that is meant. */
export function applyTheme(change: (name: ThemeName) => void): void {
  watchEffect(() => {
    document.documentElement.dataset.theme = themeName.value
    change(themeName.value)
  })
}
