import { isLasting } from '@/api/problem'
import { Errand } from '@/realtime/errand'
import { useLink } from '@/realtime/link'

type Work = (signal: AbortSignal) => Promise<void>

/**
 * After each (re)connect, when the subscriptions hold, and after a sleep: fetch and merge, again and again until it
 * has worked. `run` does the same when the page itself has doubts, and resolves when it has been tried.
 */
export function useResync(...works: Work[]) {
  const errands = works.map((work) => new Errand(work, isLasting))
  const stopListening = useLink().onConnected(() => errands.forEach((each) => void each.restart()))
  return {
    run: async () => void (await Promise.all(errands.map((each) => each.run()))),
    stop: () => {
      stopListening()
      errands.forEach((each) => each.stop())
    },
  }
}
