import { computed, onScopeDispose, ref, watch, type Ref } from 'vue'

import type { Call } from '@/api/types'
import { isOver } from '@/domain/callRules'
import { useCallActionsStore } from '@/stores/callActions'
import { useCallsStore } from '@/stores/calls'
import { useSessionStore } from '@/stores/session'

export interface CallOutcome {
  id: string
  desk: string
  reason: 'taken' | 'takenFirst' | 'takenOver' | 'returned' | 'cameBack' | 'cancelled' | 'missed' | 'over'
  name: string
}

const shownFor = 8_000

/** What became of a call that rang here or was ours, seen by `me`; null where it needs no word. */
export function reasonOf(before: Call, now: Call, me: string, wanted: boolean): CallOutcome['reason'] | null {
  // Nothing has happened to it: we declined it ourselves.
  if (before.version === now.version) return null
  if (now.state === 'MISSED') return 'missed'
  if (now.state === 'CANCELLED') return 'cancelled'
  if (now.state === 'RINGING' || now.guide?.username === me) return null
  if (before.guide?.username === me) return 'takenOver'
  if (before.guide && before.guide.username === now.guide?.username) {
    if (now.state === 'ENDED') return 'over'
    if (before.transfer) return 'returned'
  }
  return wanted ? 'takenFirst' : 'taken'
}

/**
 * Why a call stopped ringing or is no longer ours, said for a moment where it rang, unless this guide took or
 * declined it. `wanted`: those that this guide tried to take.
 */
export function useCallOutcome(waiting: Ref<readonly Call[]>, wanted: Set<string>) {
  const actions = useCallActionsStore()
  const calls = useCallsStore()
  const sessions = useSessionStore()
  const outcome = ref<CallOutcome | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  const held = computed(() => {
    const own = calls.all.filter((call) => call.guide?.username === sessions.username && !isOver(call))
    return new Map([...own, ...waiting.value].map((call) => [call.id, call]))
  })

  function forget(): void {
    clearTimeout(timer)
    outcome.value = null
  }

  function say(call: Call, reason: CallOutcome['reason'], name = call.guide?.displayName ?? ''): void {
    forget()
    outcome.value = { id: call.id, desk: call.desk.name, reason, name }
    timer = setTimeout(forget, shownFor)
  }

  function gone(before: Call): void {
    const call = calls.byId.get(before.id)
    const reason = call && reasonOf(before, call, sessions.username, wanted.has(call.id))
    if (call && reason) say(call, reason)
    wanted.delete(before.id)
  }

  /** Nobody took what we transferred; who has it back because they asked for it needs no word. */
  function cameBack(before: Call, call: Call): boolean {
    const ours = call.state === 'ACTIVE' && call.guide?.username === sessions.username
    return ours && before.transfer !== null && call.transfer === null && !actions.isTakingBack(call.id)
  }

  watch(held, (now, then) => {
    for (const before of then.values()) {
      const call = now.get(before.id)
      if (!call) gone(before)
      else if (cameBack(before, call)) say(call, 'cameBack')
    }
  })
  onScopeDispose(() => clearTimeout(timer))

  return { outcome, forget }
}
