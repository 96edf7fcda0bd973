import { onScopeDispose, ref } from 'vue'

/** Whether somebody looks at this page: in front, and the window the keys go to. */
export function useAttention() {
  const there = ref(document.visibilityState === 'visible' && document.hasFocus())
  const look = () => (there.value = document.visibilityState === 'visible' && document.hasFocus())
  const events = ['focus', 'blur'] as const
  events.forEach((each) => window.addEventListener(each, look))
  document.addEventListener('visibilitychange', look)
  onScopeDispose(() => {
    events.forEach((each) => window.removeEventListener(each, look))
    document.removeEventListener('visibilitychange', look)
  })
  return there
}
