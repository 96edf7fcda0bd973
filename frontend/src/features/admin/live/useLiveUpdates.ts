import { onScopeDispose } from 'vue'

import { isLasting } from '@/api/problem'
import type { RegionEvent } from '@/realtime/destinations'
import { getRealtimeClient } from '@/realtime/realtimeClient'
import { RetryingTask } from '@/realtime/retryingTask'
import { useLiveStore } from '@/stores/live'
import { useRegionTopics } from '@/sync/useRegionTopics'

const settleDelay = 300
/** Limits full refreshes during a rush, when events of calls are enough. */
const minInterval = 1_000
const refreshInterval = 15_000

/** Keeps the wallboard current: applies call events at once and refreshes the rest after events and periodically. */
export function useLiveUpdates(): { refresh: () => void } {
  const client = getRealtimeClient()
  const live = useLiveStore()
  let asked = 0
  let waiting: ReturnType<typeof setTimeout> | undefined

  const task = new RetryingTask((signal) => {
    asked = performance.now()
    return live.load(signal)
  }, isLasting)

  function refresh(): void {
    clearTimeout(waiting)
    waiting = undefined
    if (!document.hidden) void task.run()
  }

  /** A throttle, not a debounce: constant events must not stop the refresh. */
  function refreshSoon(): void {
    waiting ??= setTimeout(refresh, Math.max(settleDelay, asked + minInterval - performance.now()))
  }

  function handleEvent(event: RegionEvent): void {
    if (event.type === 'CALL') live.hear(event.call)
    refreshSoon()
  }

  const unfollow = useRegionTopics(
    () => live.codes,
    (_, event) => handleEvent(event),
    // Events between the last refresh and the subscription were missed.
    refreshSoon,
  )
  const stop = client.onConnected(() => void task.restart())
  const timer = setInterval(refresh, refreshInterval)
  document.addEventListener('visibilitychange', refresh)
  refresh()

  onScopeDispose(() => {
    stop()
    unfollow()
    task.stop()
    clearInterval(timer)
    clearTimeout(waiting)
    document.removeEventListener('visibilitychange', refresh)
  })
  return { refresh }
}
