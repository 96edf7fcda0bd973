import { onScopeDispose, readonly, ref } from 'vue'

/** Whether the window is as this media query has it, followed as long as the component lives. */
export function useMedia(query: string) {
  const media = window.matchMedia?.(query)
  const matches = ref(media?.matches ?? true)
  const update = (event: MediaQueryListEvent) => (matches.value = event.matches)
  media?.addEventListener('change', update)
  onScopeDispose(() => media?.removeEventListener('change', update))
  return readonly(matches)
}
