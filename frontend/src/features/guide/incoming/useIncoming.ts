import { computed } from 'vue'

import type { Call } from '@/api/types'
import { useNow } from '@/composables/useNow'
import { useCallActionsStore } from '@/stores/callActions'
import { useCallsStore } from '@/stores/calls'
import { usePresenceStore } from '@/stores/presence'
import { useSessionStore } from '@/stores/session'

import { isOnDuty } from '../team/colleagues'
import { colleagues } from '../conversation/transferTargets'
import { usePendingActions } from '../usePendingActions'
import { escalationOf, type Escalation } from './escalation'
import { refusalText } from './refusalText'
import { useCallOutcome } from './useCallOutcome'
import { useMisclickGuard } from './useMisclickGuard'

export interface IncomingCard extends Escalation {
  call: Call
  /** Rings for the first time, is handed over by its guide, has lost the guide it had, or has lost us. */
  kind: 'call' | 'transfer' | 'again' | 'mine'
  /** It comes from a region that is not ours. */
  foreign: boolean
  answering: boolean
  /** This guide has as many calls as they may: who else could take it now. Null while they can themselves. */
  others: string[] | null
  problem: string
}

/** The calls that wait for this guide, oldest first: derived from what rings now, never from an event. */
export function useIncoming() {
  const actions = useCallActionsStore()
  const calls = useCallsStore()
  const sessions = useSessionStore()
  const presence = usePresenceStore()
  const now = useNow()
  const wanted = new Set<string>()

  const waiting = computed(() => calls.ringing)
  const answering = usePendingActions((id) => waiting.value.some((call) => call.id === id))
  const meant = useMisclickGuard(() => waiting.value.map((call) => call.id))
  /** The server says so of who is available; of others it says what they said. */
  const full = computed(() => {
    const most = sessions.session?.maxCalls ?? Infinity
    return presence.own === 'AVAILABLE' ? presence.full : calls.mine.length >= most
  })

  function othersFor(call: Call): string[] {
    const there = new Map(call.ringsIn.map(({ code }) => [code, presence.people.get(code) ?? []]))
    return colleagues(there, sessions.username)
      .filter((each) => isOnDuty(each) && !call.declinedBy.includes(each.username))
      .map((each) => each.displayName)
  }

  const cards = computed(() =>
    waiting.value.map((call): IncomingCard => ({
      ...escalationOf(call, now.value),
      call,
      kind: kindOf(call),
      foreign: !sessions.regions.some((region) => region.code === call.region.code),
      answering: answering.has(call.id),
      others: full.value ? othersFor(call) : null,
      problem: refusalText(actions.refusals.get(call.id), call),
    })),
  )
  const { outcome, forget } = useCallOutcome(waiting, wanted)

  function kindOf(call: Call): IncomingCard['kind'] {
    if (call.state === 'ACTIVE') return 'transfer'
    if (!call.guide) return 'call'
    return call.guide.username === sessions.username ? 'mine' : 'again'
  }

  /** False where it cannot have been meant or is under way, by whatever way it was pressed. */
  function accept(id: string): boolean {
    if (full.value || !meant(id) || answering.has(id)) return false
    wanted.add(id)
    if (actions.accept(id)) answering.wait(id)
    return true
  }

  function decline(id: string): void {
    if (meant(id)) actions.decline(id, '')
  }

  return { cards, outcome, dismissOutcome: forget, accept, decline }
}
