import { onScopeDispose, watch } from 'vue'

import { useCallsStore } from '@/stores/calls'
import { usePresenceStore } from '@/stores/presence'

const settle = 800

/** Colleagues' numbers of calls come with no event of their own: asked again when a talk begins or ends. */
export function useFreshLoads(): void {
  const calls = useCallsStore()
  const presence = usePresenceStore()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  function soon(region: string): void {
    clearTimeout(timers.get(region))
    timers.set(
      region,
      // Spread, so that not all guides of a region ask in the same moment.
      setTimeout(() => void presence.load(region).catch(() => {}), settle + Math.random() * settle),
    )
  }

  watch(
    () => calls.all.map((call) => ({ region: call.region.code, talk: `${call.id} ${call.state}` })),
    (now, before) => {
      const known = new Set(before.map((each) => each.talk))
      const changed = now.filter(({ talk }) => !known.has(talk) && /ACTIVE|ENDED/.test(talk))
      new Set(changed.map((each) => each.region)).forEach(soon)
    },
  )
  onScopeDispose(() => timers.forEach((timer) => clearTimeout(timer)))
}
