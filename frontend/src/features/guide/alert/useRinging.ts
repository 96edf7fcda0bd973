import { onScopeDispose, watch, type Ref } from 'vue'

import type { Pattern } from './bell'

interface Striker {
  strike(pattern: Pattern): void
  hush(): void
}

/** Well under the ten seconds that are promised, as background tabs run their timers late. */
export const repeatEvery = 6_000

/** Rings at once and again and again while something waits; silent the moment nothing does. */
export function useRinging(bell: Striker, wanted: Ref<'ring' | 'late' | null>, leading: Ref<boolean>): void {
  let timer: ReturnType<typeof setInterval> | undefined

  function stop(): void {
    clearInterval(timer)
    timer = undefined
    bell.hush()
  }

  watch(
    [wanted, leading],
    ([pattern, leads]) => {
      stop()
      if (!pattern || !leads) return
      bell.strike(pattern)
      timer = setInterval(() => bell.strike(pattern), repeatEvery)
    },
    { immediate: true },
  )
  onScopeDispose(stop)
}
