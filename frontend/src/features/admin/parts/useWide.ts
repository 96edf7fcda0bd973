import { onScopeDispose, readonly, ref } from 'vue'

/** Whether the window is wide and high enough for two columns that scroll on their own. */
export function useWide() {
  const media = window.matchMedia?.('(min-width: 1100px) and (min-height: 560px)')
  const wide = ref(media?.matches ?? true)
  const update = (event: MediaQueryListEvent) => (wide.value = event.matches)
  media?.addEventListener('change', update)
  onScopeDispose(() => media?.removeEventListener('change', update))
  return readonly(wide)
}
