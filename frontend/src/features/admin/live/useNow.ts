import { onScopeDispose, readonly, ref } from 'vue'

import { serverNow } from '@/api/serverClock'

const second = 1_000
const now = ref(serverNow())
let users = 0
let timer: ReturnType<typeof setTimeout> | undefined

function tick(): void {
  clearTimeout(timer)
  now.value = serverNow()
  // An interval would drift and occasionally skip a second.
  timer = setTimeout(tick, second - (now.value % second))
}

/** The server's time, updated every second and when the page becomes visible. All users share one timer. */
export function useNow() {
  if (users++ === 0) {
    tick()
    document.addEventListener('visibilitychange', tick)
  }
  onScopeDispose(() => {
    if (--users > 0) return
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', tick)
  })
  return readonly(now)
}
