import { readonly, ref } from 'vue'

import { useTheme, type ThemeChoice } from '@/theme/useTheme'

export const sizes = [1, 1.5, 2] as const
export type Size = (typeof sizes)[number]

const size = ref<Size>(1)
const contrast = ref(false)
const low = ref(false)
const aloud = ref(false)
let usualTheme: ThemeChoice = 'system'

/** What a visitor may change to see, reach and hear the desk. Never kept: the next one starts afresh. */
export function useAccessibilityOptions() {
  const theme = useTheme()

  function enlarge(): void {
    size.value = sizes[(sizes.indexOf(size.value) + 1) % sizes.length] ?? 1
  }

  function toggleContrast(): void {
    contrast.value = !contrast.value
    if (contrast.value) usualTheme = theme.choice.value
    theme.choose(contrast.value ? 'contrast' : usualTheme, { keep: false })
  }

  const toggleLow = () => (low.value = !low.value)
  const toggleAloud = () => (aloud.value = !aloud.value)

  function reset(): void {
    if (contrast.value) toggleContrast()
    size.value = 1
    low.value = false
    aloud.value = false
  }

  return {
    size: readonly(size),
    contrast: readonly(contrast),
    low: readonly(low),
    aloud: readonly(aloud),
    enlarge,
    toggleContrast,
    toggleLow,
    toggleAloud,
    reset,
  }
}
