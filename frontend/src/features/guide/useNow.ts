import { onScopeDispose, readonly, ref } from 'vue'

import { serverNow } from '@/api/serverClock'
import { unthrottledTimeout } from '@/realtime/unthrottledTimeout'

/** The server's time, anew every second, also while the page is hidden: a call grows late there too. */
export function useNow() {
  const now = ref(serverNow())
  const look = () => (now.value = serverNow())
  function tick(): void {
    look()
    stop = unthrottledTimeout(1_000, tick)
  }
  let stop = unthrottledTimeout(1_000, tick)
  document.addEventListener('visibilitychange', look)
  onScopeDispose(() => {
    stop()
    document.removeEventListener('visibilitychange', look)
  })
  return readonly(now)
}
