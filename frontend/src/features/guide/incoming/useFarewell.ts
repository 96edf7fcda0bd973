import { onScopeDispose, ref, watch, type Ref } from 'vue'

import type { Call } from '@/api/types'
import { useCallsStore } from '@/stores/calls'
import { useSessionStore } from '@/stores/session'

export interface Farewell {
  id: string
  desk: string
  reason: 'taken' | 'takenFirst' | 'cancelled' | 'missed'
  name: string
}

const shownFor = 8_000

function reasonOf(call: Call, wanted: boolean): Farewell['reason'] | null {
  if (call.state === 'ACTIVE' || call.state === 'ENDED') return wanted ? 'takenFirst' : 'taken'
  if (call.state === 'CANCELLED') return 'cancelled'
  return call.state === 'MISSED' ? 'missed' : null
}

/** Why the last call stopped ringing, said for a moment where it rang, unless this guide took or declined it. */
export function useFarewell(waiting: Ref<readonly Call[]>, wanted: (id: string) => boolean) {
  const calls = useCallsStore()
  const sessions = useSessionStore()
  const farewell = ref<Farewell | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  function forget(): void {
    clearTimeout(timer)
    farewell.value = null
  }

  function say(call: Call): void {
    const reason = reasonOf(call, wanted(call.id))
    if (!reason || call.guide?.username === sessions.username) return
    forget()
    farewell.value = { id: call.id, desk: call.desk.name, reason, name: call.guide?.displayName ?? '' }
    timer = setTimeout(forget, shownFor)
  }

  watch(
    () => waiting.value.map((call) => call.id),
    (ids, before) => {
      for (const id of before.filter((each) => !ids.includes(each))) {
        const call = calls.byId.get(id)
        if (call) say(call)
      }
    },
  )
  onScopeDispose(() => clearTimeout(timer))

  return { farewell, forget }
}
