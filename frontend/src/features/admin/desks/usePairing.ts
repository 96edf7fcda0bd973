import { computed, onScopeDispose, ref, shallowRef } from 'vue'

import { fetchDesk, startPairing } from '@/api/admin/desks'
import { serverNow } from '@/api/serverClock'
import type { Desk, Pairing } from '@/api/types'

const pollEvery = 2_000
const usualLifetime = 600_000

/** Whether a new device was paired: the desk was unpaired before, or its connection is a new one. */
export function isNewlyPaired(before: Desk, now: Desk): boolean {
  if (!now.paired || !before.paired) return now.paired
  return now.online && (!before.online || now.lastSeen !== before.lastSeen)
}

/** A pairing code for a desk and its remaining time; calls `paired` when a device has used it. */
export function usePairing(desk: Desk, paired: () => void) {
  const pairing = shallowRef<Pairing>()
  const problem = ref<unknown>()
  const now = ref(serverNow())
  let before = desk
  let ends = 0
  let nextPoll = 0
  let latest = 0

  const left = computed(() => (pairing.value ? Math.max(0, ends - now.value) : 0))
  const expired = computed(() => pairing.value !== undefined && left.value === 0)

  async function offer(): Promise<void> {
    const mine = ++latest
    problem.value = undefined
    try {
      const [offered, current] = await Promise.all([startPairing(desk.code), fetchDesk(desk.code)])
      if (mine !== latest) return
      before = current
      pairing.value = offered
      now.value = serverNow()
      nextPoll = now.value + pollEvery
      const end = new Date(offered.expiresAt).getTime()
      // A fast clock must not show a new code as expired.
      ends = end > now.value ? end : now.value + usualLifetime
    } catch (error) {
      if (mine === latest) problem.value = error
    }
  }

  async function poll(): Promise<void> {
    const mine = latest
    try {
      const current = await fetchDesk(desk.code)
      if (mine !== latest) return
      if (isNewlyPaired(before, current)) return paired()
      // Once the desk is offline, its next connection is the new device's.
      if (!current.online) before = current
    } catch {
      // The next poll follows shortly; the code stays valid meanwhile.
    }
  }

  function tick(): void {
    now.value = serverNow()
    if (!pairing.value || expired.value || now.value < nextPoll) return
    nextPoll = now.value + pollEvery
    void poll()
  }

  const timer = setInterval(tick, 1_000)
  onScopeDispose(() => {
    latest++
    clearInterval(timer)
  })
  void offer()

  return { pairing, problem, left, expired, offer }
}
