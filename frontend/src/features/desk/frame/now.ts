import { onScopeDispose, ref } from 'vue'

import { serverNow } from '@/api/serverClock'

/** The server's time, told once a second and right on it. */
export function useNow() {
  const now = ref(serverNow())
  let timer: ReturnType<typeof setTimeout>
  const tick = () => {
    now.value = serverNow()
    timer = setTimeout(tick, 1000 - (now.value % 1000))
  }
  tick()
  onScopeDispose(() => clearTimeout(timer))
  return now
}
