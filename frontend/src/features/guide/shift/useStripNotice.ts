import { computed } from 'vue'

import { useConnectionStore } from '@/stores/connection'
import { usePresenceStore } from '@/stores/presence'
import { useSessionStore } from '@/stores/session'

import { useGuide } from '../guideContext'
import type { CallOutcome } from '../incoming/useCallOutcome'

export type StripNotice =
  | { tone: 'blocked'; what: 'sound' | 'notices' | 'denied' }
  | { tone: 'offline' }
  | { tone: 'outcome'; outcome: CallOutcome }
  | { tone: 'uncovered'; regions: string }

/**
 * The one thing the strip has to say; what keeps calls from being heard comes first. That notifications are off may
 * stay for a whole shift, so news that are over in a moment go before it.
 */
export function useStripNotice() {
  const { alerts, incoming } = useGuide()
  const connection = useConnectionStore()
  const presence = usePresenceStore()
  const sessions = useSessionStore()

  return computed((): StripNotice | null => {
    if (!alerts.audible.value) return { tone: 'blocked', what: 'sound' }
    if (connection.state === 'offline') return { tone: 'offline' }
    const outcome = incoming.outcome.value
    if (outcome) return { tone: 'outcome', outcome }
    const permission = alerts.permission.value
    if (permission === 'default') return { tone: 'blocked', what: 'notices' }
    if (permission === 'denied') return { tone: 'blocked', what: 'denied' }
    const bare = sessions.regions.filter((region) => presence.uncovered.has(region.code))
    if (bare.length > 0) return { tone: 'uncovered', regions: bare.map((region) => region.name).join(', ') }
    return null
  })
}
