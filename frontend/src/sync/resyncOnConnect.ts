import { isLasting } from '@/api/problem'
import { getRealtimeClient } from '@/realtime/realtimeClient'
import { RetryingTask } from '@/realtime/retryingTask'

type Work = (signal: AbortSignal) => Promise<void>

/**
 * After each (re)connect, when the subscriptions hold, and after a sleep: fetch and merge, again and again until it
 * has worked. `run` does the same when the page itself has doubts, and resolves when it has been tried.
 */
export function resyncOnConnect(...works: Work[]) {
  const tasks = works.map((work) => new RetryingTask(work, isLasting))
  const stopListening = getRealtimeClient().onConnected(() => tasks.forEach((each) => void each.restart()))
  return {
    run: async () => void (await Promise.all(tasks.map((each) => each.run()))),
    stop: () => {
      stopListening()
      tasks.forEach((each) => each.stop())
    },
  }
}
