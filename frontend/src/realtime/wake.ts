import type { Connection } from './connection'

/** Timers sleep with the page and lie about the network; these events say when to look again. */
export function wakeWithPage(connection: Connection): void {
  const wake = () => connection.wake()
  window.addEventListener('online', wake)
  window.addEventListener('offline', () => connection.networkLost())
  window.addEventListener('pageshow', wake)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wake()
  })
}
