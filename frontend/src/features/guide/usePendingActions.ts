import { onScopeDispose, ref, watch } from 'vue'

import { getRealtimeClient } from '@/realtime/realtimeClient'
import { useCallActionsStore } from '@/stores/callActions'
import { refreshCall } from '@/sync/resyncCalls'

// An answer that takes longer has got lost; a button must not stay taken.
const answerWithin = 5_000

/**
 * What we have asked of calls and the server has not answered yet. The answer is the call's own news, a refusal, or,
 * when it is overdue, our own word that there is none. `isOpen`: whether such an answer is still to come.
 */
export function usePendingActions(isOpen: (id: string) => boolean) {
  const actions = useCallActionsStore()
  const client = getRealtimeClient()
  const timers = ref(new Map<string, ReturnType<typeof setTimeout>>())

  function settle(id: string): void {
    clearTimeout(timers.value.get(id))
    timers.value.delete(id)
  }

  function wait(id: string): void {
    settle(id)
    timers.value.set(
      id,
      setTimeout(() => {
        client.check()
        actions.refuse({ code: 'UNAVAILABLE', detail: '', ref: id })
      }, answerWithin),
    )
  }

  watch(
    () => [...timers.value.keys()].filter((id) => actions.refusals.has(id) || !isOpen(id)),
    (settled) =>
      settled.forEach((id) => {
        settle(id)
        // A refusal may be the first news that we hold an old state.
        if (actions.refusals.has(id)) void refreshCall(id)
      }),
  )
  onScopeDispose(() => [...timers.value.keys()].forEach(settle))

  return { has: (id: string) => timers.value.has(id) && !actions.refusals.has(id), wait }
}
