import { computed, onScopeDispose, ref, watch } from 'vue'

import { pressHeldFor } from '@/domain/callRules'
import type { Language } from '@/locales'
import { useCallActionsStore } from '@/stores/callActions'
import { useConnectionStore } from '@/stores/connection'

import type { Failure } from './screens'

const again = 5_000

/** One press of the bell until it has become a call: kept while there is no connection, then honestly given up. */
export function useCallRequest() {
  const actions = useCallActionsStore()
  const connection = useConnectionStore()
  const failure = ref<Failure | null>(null)
  const requestId = ref('')
  const left = ref(0)
  let repeat: ReturnType<typeof setInterval> | undefined
  let expiry: ReturnType<typeof setInterval> | undefined

  const asked = computed(() => actions.ringRequest !== null)

  function stop(): void {
    clearInterval(repeat)
    clearInterval(expiry)
  }

  function giveUp(): void {
    actions.cancelRinging()
    failure.value = 'EXPIRED'
  }

  function look(): void {
    const request = actions.ringRequest
    if (!request) return
    left.value = Math.max(0, Math.ceil((pressHeldFor - request.elapsed()) / 1000))
    if (left.value === 0) giveUp()
  }

  // The server may have been too busy to answer; the same request again never makes a second call.
  function knock(): void {
    if (actions.ringRequest && connection.online) actions.ring(actions.ringRequest.language)
  }

  function press(language: Language): void {
    failure.value = null
    requestId.value = actions.ring(language)
  }

  function takeBack(): void {
    requestId.value = ''
    actions.cancelRinging()
  }

  watch(
    () => actions.ringRequest,
    (now, before) => {
      stop()
      if (now) {
        look()
        expiry = setInterval(look, 500)
        repeat = setInterval(knock, again)
      } else if (before && before.elapsed() >= pressHeldFor && requestId.value === before.requestId) {
        // The store gave it up itself, e.g. after a night of sleep.
        failure.value ??= 'EXPIRED'
      }
    },
    { immediate: true },
  )
  watch(
    () => actions.refusals.get(requestId.value)?.code,
    (code) => {
      if (code && code !== 'UNAVAILABLE') failure.value = code
    },
  )
  onScopeDispose(stop)

  return { asked, failure, left, press, takeBack, clear: () => (failure.value = null) }
}
