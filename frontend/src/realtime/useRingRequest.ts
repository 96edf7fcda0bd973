import { ref } from 'vue'

import type { Call } from '@/api/types'
import { pressHeldFor } from '@/domain/callRules'
import type { Language } from '@/locales/languages'
import { randomId } from '@/utils/randomId'

import { startStopwatch, type Stopwatch } from './stopwatch'

/** A press of the bell; sent again, the same `requestId` never makes a second call. */
export interface RingRequest {
  requestId: string
  language: Language
  elapsed: Stopwatch
}

/** The press of the bell until the call that answers it has come. */
export function useRingRequest(send: (request: RingRequest) => void, cancelCall: (callId: string) => void) {
  const pending = ref<RingRequest | null>(null)
  let cancelNext = false

  /** Returns the requestId, under which a refusal would appear. */
  function ring(language: Language): string {
    cancelNext = false
    pending.value ??= { requestId: randomId(), language, elapsed: startStopwatch() }
    send(pending.value)
    return pending.value.requestId
  }

  /** The press that fell into a broken connection counts, unless its visitor has probably left by now. */
  function resend(): void {
    if (!pending.value) return
    if (pending.value.elapsed() < pressHeldFor) send(pending.value)
    else pending.value = null
  }

  function cancel(ringing: Call | null): void {
    cancelNext = false
    if (ringing) cancelCall(ringing.id)
    else if (pending.value) cancelNext = true
    pending.value = null
  }

  /** It was cancelled before its call had come back. */
  function cancelIfMeant(call: Call): void {
    if (cancelNext && call.state === 'RINGING') cancel(call)
  }

  function forget(): void {
    pending.value = null
  }

  function reset(): void {
    forget()
    cancelNext = false
  }

  return { pending, ring, resend, cancel, cancelIfMeant, forget, reset }
}
