import { watch } from 'vue'

import { regionTopic, type RegionEvent } from '@/realtime/destinations'
import { getRealtimeClient } from '@/realtime/realtimeClient'

/**
 * What happens in these regions, also when an admin changes which they are. `subscribed` is called when some have come.
 * Returns what ends it.
 */
export function useRegionTopics(
  codes: () => readonly string[],
  arrive: (region: string, event: RegionEvent) => void,
  subscribed: () => void = () => {},
): () => void {
  const client = getRealtimeClient()
  const topics = new Map<string, () => void>()

  function follow(wanted: readonly string[]): void {
    for (const [code, stop] of topics) {
      if (wanted.includes(code)) continue
      stop()
      topics.delete(code)
    }
    const fresh = wanted.filter((code) => !topics.has(code))
    for (const code of fresh)
      topics.set(
        code,
        client.subscribe(regionTopic(code), (event) => arrive(code, event)),
      )
    if (fresh.length > 0) subscribed()
  }

  watch(codes, follow, { immediate: true })
  return () => follow([])
}
