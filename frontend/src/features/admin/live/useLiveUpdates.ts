import { onScopeDispose, watch } from 'vue'

import { isLasting } from '@/api/problem'
import { regionTopic, type RegionEvent } from '@/realtime/destinations'
import { getRealtimeClient } from '@/realtime/realtimeClient'
import { RetryingTask } from '@/realtime/retryingTask'
import { useLiveStore } from '@/stores/live'

const settleDelay = 300
/** Limits full refreshes during a rush, when events of calls are enough. */
const minInterval = 1_000
const refreshInterval = 15_000

/** Keeps the wallboard current: applies call events at once and refreshes the rest after events and periodically. */
export function useLiveUpdates(): { refresh: () => void } {
  const client = getRealtimeClient()
  const live = useLiveStore()
  const topics = new Map<string, () => void>()
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

  function subscribeTo(codes: readonly string[]): void {
    for (const [code, stop] of topics) {
      if (codes.includes(code)) continue
      stop()
      topics.delete(code)
    }
    const fresh = codes.filter((code) => !topics.has(code))
    fresh.forEach((code) => topics.set(code, client.subscribe(regionTopic(code), handleEvent)))
    // Events between the last refresh and the subscription were missed.
    if (fresh.length > 0) refreshSoon()
  }

  watch(() => live.codes, subscribeTo, { immediate: true })
  const stop = client.onConnected(() => void task.restart())
  const timer = setInterval(refresh, refreshInterval)
  document.addEventListener('visibilitychange', refresh)
  refresh()

  onScopeDispose(() => {
    stop()
    subscribeTo([])
    task.stop()
    clearInterval(timer)
    clearTimeout(waiting)
    document.removeEventListener('visibilitychange', refresh)
  })
  return { refresh }
}
