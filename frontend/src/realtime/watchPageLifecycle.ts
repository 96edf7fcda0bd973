import type { Connection } from './connection'
import { startStopwatch, type Stopwatch } from './stopwatch'
import { unthrottledTimeout } from './unthrottledTimeout'

const tickEvery = 5_000
const lateTick = 20_000
const longHidden = 10_000
const sameWaking = 1_000

/**
 * Timers sleep with the page and lie about the network; these events say when to look again. Whether the page has
 * slept is told by the browser (`resume`, a page out of its cache), by how long it was hidden, or by a tick that comes
 * far too late: a lid that was closed is told by nothing else.
 */
export function watchPageLifecycle(connection: Connection): void {
  let hiddenFor: Stopwatch | undefined
  let lastSlept = -Infinity

  function wake(slept: boolean): void {
    // One waking is told in several ways; it is fetched for once.
    const fetchAgain = slept && performance.now() - lastSlept >= sameWaking
    if (fetchAgain) lastSlept = performance.now()
    connection.wake(fetchAgain)
  }

  function shownOrHidden(): void {
    if (document.visibilityState === 'hidden') {
      hiddenFor ??= startStopwatch()
      return
    }
    const slept = hiddenFor !== undefined && hiddenFor() > longHidden
    hiddenFor = undefined
    wake(slept)
  }

  function tick(): void {
    const due = Date.now() + tickEvery
    unthrottledTimeout(tickEvery, () => {
      if (Date.now() - due > lateTick) wake(true)
      tick()
    })
  }

  window.addEventListener('online', () => wake(false))
  window.addEventListener('offline', () => connection.networkLost())
  window.addEventListener('pageshow', (event) => wake(event.persisted))
  document.addEventListener('resume', () => wake(true))
  document.addEventListener('visibilitychange', shownOrHidden)
  tick()
}
