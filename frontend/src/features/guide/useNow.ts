import { onScopeDispose, readonly, ref } from 'vue'

import { serverNow } from './serverClock'

/** The server's time, anew every second and at once when the page is looked at again. */
export function useNow() {
  const now = ref(serverNow())
  const tick = () => (now.value = serverNow())
  const timer = setInterval(tick, 1_000)
  document.addEventListener('visibilitychange', tick)
  onScopeDispose(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', tick)
  })
  return readonly(now)
}
