import { onScopeDispose, ref, watch } from 'vue'

import { useCallsStore } from '@/stores/calls'
import { useConnectionStore } from '@/stores/connection'

/** The server says nothing to a text it kept, only to one it refused. */
const silenceMeansYes = 1_500

/** Leaves a text behind for a call nobody answered, sent again when the connection is back. */
export function useLeaveNote(callId: () => string, left: () => void) {
  const calls = useCallsStore()
  const connection = useConnectionStore()
  const busy = ref(false)
  const code = ref<string | null>(null)
  let contents = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  function send(): void {
    clearTimeout(timer)
    if (calls.leave(callId(), contents)) timer = setTimeout(done, silenceMeansYes)
  }

  function done(): void {
    // Whoever lost the connection meanwhile cannot have heard a refusal.
    if (!connection.online) return
    busy.value = false
    left()
  }

  function leave(text: string): void {
    contents = text.trim()
    code.value = null
    busy.value = true
    send()
  }

  watch(
    () => calls.refusals.get(callId()),
    (refusal) => {
      if (!refusal || !busy.value || refusal.code === 'UNAVAILABLE') return
      clearTimeout(timer)
      busy.value = false
      code.value = refusal.code
    },
  )
  watch(
    () => connection.online,
    (online) => online && busy.value && send(),
  )
  onScopeDispose(() => clearTimeout(timer))

  return { busy, code, leave }
}
