import { computed, onScopeDispose, ref, watch } from 'vue'

import { fetchAlerts } from '@/api/calls'
import type { Alert, Call } from '@/api/types'

import { alertReceiptsOf } from './alertReceipts'

/** Several things happen to a ringing call in the same moment; one request is enough for them. */
const settle = 600

/**
 * Who was alerted of a call and noticed it: asked for when the call is looked at (`first` milliseconds later), and
 * again as it changes.
 */
export function useAlertReceipts(call: () => Call, first = 0) {
  const alerts = ref<Alert[]>([])
  const loaded = ref(false)
  const failed = ref(false)
  let asking = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function load(): Promise<void> {
    asking.abort()
    const { signal } = (asking = new AbortController())
    try {
      const { items } = await fetchAlerts(call().id, signal)
      if (signal.aborted) return
      alerts.value = items
      loaded.value = true
      failed.value = false
    } catch {
      if (!signal.aborted) failed.value = true
    }
  }

  function soon(wait: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void load(), wait)
  }

  watch(
    () => call().id,
    () => {
      asking.abort()
      alerts.value = []
      loaded.value = failed.value = false
      soon(first)
    },
    { immediate: true },
  )
  watch(
    () => `${call().id} ${call().version}`,
    (now, before) => now.split(' ')[0] === before.split(' ')[0] && soon(settle),
  )
  onScopeDispose(() => {
    clearTimeout(timer)
    asking.abort()
  })

  return { proof: computed(() => alertReceiptsOf(call(), alerts.value)), loaded, failed, load }
}
