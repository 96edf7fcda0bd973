import { callTarget } from './destinations'
import { getRealtimeClient } from './realtimeClient'

/** The alerts that the server was told are shown here, and whether their sound could be heard. */
export function trackShownAlerts() {
  const client = getRealtimeClient()
  const shown = new Map<string, boolean>()

  // What went out over a socket that was lost may never have arrived; whoever shows it proves it again.
  client.onState((state) => state === 'online' || shown.clear())

  /** Told once for each ringing, and again only when its sound has become audible. */
  function seen(id: string, audible: boolean): void {
    if (shown.get(id) || shown.get(id) === audible) return
    if (client.send(callTarget(id, 'seen'), { audible })) shown.set(id, audible)
  }

  return { seen, forget: (id: string) => shown.delete(id), clear: () => shown.clear() }
}
