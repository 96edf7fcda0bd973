import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

import { fetchLive, type Live } from '@/api/admin/live'
import type { Call } from '@/api/types'

import { oldestFirst } from './callRules'
import { liveCalls } from './liveCalls'

/** Below this a difference of two clocks is the network's. */
const worthCorrecting = 1_000

/** The admin's board: a picture of everything, kept fresh by news of single calls. */
export const useLiveStore = defineStore('live', () => {
  const picture = shallowRef<Live>()
  const problem = shallowRef<unknown>()
  const skew = ref(0)
  const kept = liveCalls()

  const calls = computed(() => [...kept.byId.value.values()].sort(oldestFirst))
  const callsOf = (region: string) => calls.value.filter((call) => call.region.code === region)
  const codes = computed(() => picture.value?.regions.map((region) => region.code) ?? [])

  /** Ages come from the server's stamps, and the clock of a screen on a wall is often minutes off. */
  const serverNow = () => Date.now() + skew.value

  function compareClocks(at: string, sent: number): void {
    const difference = Date.parse(at) - (sent + Date.now()) / 2
    if (Math.abs(difference - skew.value) > worthCorrecting) skew.value = difference
  }

  async function load(signal?: AbortSignal): Promise<void> {
    kept.ask()
    const sent = Date.now()
    try {
      const next = await fetchLive(signal)
      signal?.throwIfAborted()
      compareClocks(next.at, sent)
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
    skew.value = 0
    kept.reset()
  }

  return { picture, problem, calls, callsOf, codes, serverNow, load, hear, reset }
})
