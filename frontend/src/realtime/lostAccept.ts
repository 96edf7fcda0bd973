import { getRealtimeClient } from './realtimeClient'
import { startStopwatch, type Stopwatch } from './stopwatch'

const stillAtHand = 10_000

/**
 * The accept that fell into a broken connection: it counts while its call still rings, unless its guide has probably
 * turned away by now.
 */
export function trackLostAccept() {
  const client = getRealtimeClient()
  let pressed: { id: string; elapsed: Stopwatch; lost: boolean } | null = null

  client.onState((state) => {
    if (pressed && state !== 'online') pressed.lost = true
  })

  return {
    press(id: string): void {
      pressed = { id, elapsed: startStopwatch(), lost: client.state !== 'online' }
    },

    /** It was answered, or is not wanted any more. */
    forget(id: string): void {
      if (pressed?.id === id) pressed = null
    },

    clear(): void {
      pressed = null
    },

    /** Whether this call, which rings on, is to be accepted again. */
    isDue: (id: string) => pressed?.id === id && pressed.lost && pressed.elapsed() < stillAtHand,
  }
}
