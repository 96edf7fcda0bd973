import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

import { fetchLive, type Live } from '@/api/admin/live'
import { adjustServerClock } from '@/api/serverClock'
import type { Call } from '@/api/types'
import { oldestFirst } from '@/domain/callRules'
import { liveCalls } from '@/domain/liveCalls'

/** The admin's board: a picture of everything, kept fresh by news of single calls. */
export const useLiveStore = defineStore('live', () => {
  const picture = shallowRef<Live>()
  const problem = shallowRef<unknown>()
  const byId = ref(new Map<string, Call>())
  const kept = liveCalls(byId.value)

  const calls = computed(() => [...byId.value.values()].sort(oldestFirst))
  const callsOf = (region: string) => calls.value.filter((call) => call.region.code === region)
  const codes = computed(() => picture.value?.regions.map((region) => region.code) ?? [])

  async function load(signal?: AbortSignal): Promise<void> {
    kept.ask()
    const asked = performance.now()
    try {
      const next = await fetchLive(signal)
      signal?.throwIfAborted()
      adjustServerClock(Date.parse(next.at), asked)
      kept.take(next.regions.flatMap((region) => region.calls))
      picture.value = next
      problem.value = undefined
    } catch (failure) {
      if (!signal?.aborted) problem.value = failure
      throw failure
    }
  }

  const hear = (call: Call) => kept.hear(call)

  function reset(): void {
    picture.value = undefined
    problem.value = undefined
    kept.reset()
  }

  return { picture, problem, calls, callsOf, codes, load, hear, reset }
})
