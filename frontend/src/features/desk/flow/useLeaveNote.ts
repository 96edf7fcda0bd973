import { onScopeDispose, ref, watch } from 'vue'

import { getRealtimeClient } from '@/realtime/realtimeClient'
import { useCallActionsStore } from '@/stores/callActions'
import { useCallsStore } from '@/stores/calls'
import { useConnectionStore } from '@/stores/connection'

const answerWithin = 5_000
const tries = 4

/**
 * Leaves a text behind for a call nobody answered. It is kept once the call says so by its `leftAt`; until then it is
 * sent again, also when the connection is back: the server keeps the same text once.
 */
export function useLeaveNote(callId: () => string, left: () => void) {
  const actions = useCallActionsStore()
  const calls = useCallsStore()
  const connection = useConnectionStore()
  const client = getRealtimeClient()
  const busy = ref(false)
  const code = ref<string | null>(null)
  let contents = ''
  let before: string | null = null
  let tried = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const leftAt = () => calls.byId.get(callId())?.leftAt ?? null

  function send(): void {
    clearTimeout(timer)
    if (!actions.leave(callId(), contents)) return
    tried++
    timer = setTimeout(overdue, answerWithin)
  }

  function overdue(): void {
    client.check()
    if (tried < tries) send()
    else stop('UNAVAILABLE')
  }

  function stop(why: string | null): void {
    clearTimeout(timer)
    busy.value = false
    code.value = why
  }

  function leave(text: string): void {
    contents = text.trim()
    before = leftAt()
    code.value = null
    busy.value = true
    tried = 0
    send()
  }

  watch(leftAt, (now) => {
    if (!busy.value || now === null || now === before) return
    stop(null)
    left()
  })
  watch(
    () => actions.refusals.get(callId()),
    (refusal) => {
      if (refusal && busy.value && refusal.code !== 'UNAVAILABLE') stop(refusal.code)
    },
  )
  watch(
    () => connection.online,
    (online) => {
      if (!online || !busy.value) return
      tried = 0
      send()
    },
  )
  onScopeDispose(() => clearTimeout(timer))

  return { busy, code, leave }
}
