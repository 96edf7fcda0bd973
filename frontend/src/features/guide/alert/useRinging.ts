import { onScopeDispose, watch, type Ref } from 'vue'

import { unthrottledTimeout } from '@/realtime/unthrottledTimeout'

import type { Pattern } from './bell'

interface Striker {
  strike(pattern: Pattern): void
  hush(): void
}

/** Well under the ten seconds that are promised. */
export const repeatEvery = 6_000

/** Rings at once and again and again while something waits, in a hidden page too; silent once nothing does. */
export function useRinging(bell: Striker, wanted: Ref<'ring' | 'late' | null>, leading: Ref<boolean>): void {
  let forgetNext = () => {}

  function stop(): void {
    forgetNext()
    bell.hush()
  }

  function strike(pattern: Pattern): void {
    bell.strike(pattern)
    forgetNext = unthrottledTimeout(repeatEvery, () => strike(pattern))
  }

  watch(
    [wanted, leading],
    ([pattern, leads]) => {
      stop()
      if (!pattern || !leads) return
      strike(pattern)
    },
    { immediate: true },
  )
  onScopeDispose(stop)
}
