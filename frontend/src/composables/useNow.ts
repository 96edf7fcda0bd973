import { onScopeDispose, readonly, ref } from 'vue'

import { serverNow } from '@/api/serverClock'
import { unthrottledTimeout } from '@/realtime/unthrottledTimeout'

const second = 1_000
const now = ref(serverNow())
let users = 0
let stop = () => {}

function tick(): void {
  stop()
  now.value = serverNow()
  // An interval would drift and occasionally skip a second.
  stop = unthrottledTimeout(second - (now.value % second), tick)
}

/**
 * The server's time, right on each second and when the page becomes visible, also while it is hidden: a call grows late
 * there too. All users share one timer.
 */
export function useNow() {
  if (users++ === 0) document.addEventListener('visibilitychange', tick)
  tick()
  onScopeDispose(() => {
    if (--users > 0) return
    stop()
    document.removeEventListener('visibilitychange', tick)
  })
  return readonly(now)
}
