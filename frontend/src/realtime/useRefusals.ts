import { ref } from 'vue'

import { toCode } from '@/api/problem'

import type { Refusal } from './destinations'
import { getRealtimeClient } from './realtimeClient'

const toldFor = 20_000

/** Why something could not be done, under what it is about, for as long as that is worth reading. */
export function useRefusals() {
  const client = getRealtimeClient()
  const byRef = ref(new Map<string, Refusal>())
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  function drop(about: string): void {
    clearTimeout(timers.get(about))
    timers.delete(about)
    byRef.value.delete(about)
  }

  /** That there is no connection stays true until there is one. */
  function expire(about: string): void {
    if (client.state === 'online' || byRef.value.get(about)?.code !== 'UNAVAILABLE') drop(about)
  }

  function keep(about: string, refusal: Refusal): void {
    drop(about)
    byRef.value.set(about, { ...refusal, code: toCode(refusal.code) })
    timers.set(
      about,
      setTimeout(() => expire(about), toldFor),
    )
  }

  const clear = () => [...byRef.value.keys()].forEach(drop)

  client.onState((state) => {
    if (state !== 'online') return
    for (const [about, { code }] of [...byRef.value]) if (code === 'UNAVAILABLE') drop(about)
  })

  return { byRef, keep, drop, clear }
}
