import { watch } from 'vue'

import { regionTopic, type RegionEvent } from '@/realtime/destinations'
import { getRealtimeClient } from '@/realtime/realtimeClient'
import { useSessionStore } from '@/stores/session'

/** What happens in the guide's regions, also when an admin changes which these are. */
export function useRegionTopics(arrive: (region: string, event: RegionEvent) => void): () => void {
  const client = getRealtimeClient()
  const sessions = useSessionStore()
  const topics = new Map<string, () => void>()
  const follow = (codes: string[]) => {
    for (const [code, stop] of topics) {
      if (codes.includes(code)) continue
      stop()
      topics.delete(code)
    }
    for (const code of codes) {
      if (!topics.has(code))
        topics.set(
          code,
          client.subscribe(regionTopic(code), (event) => arrive(code, event)),
        )
    }
  }
  watch(() => sessions.regions.map((region) => region.code), follow, { immediate: true })
  return () => follow([])
}
