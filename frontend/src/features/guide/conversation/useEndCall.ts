import { onScopeDispose, ref, watch } from 'vue'

import { isOver } from '@/domain/callRules'
import { unthrottledTimeout } from '@/realtime/unthrottledTimeout'
import { useCallActionsStore } from '@/stores/callActions'
import { useCallsStore } from '@/stores/calls'

/** Long enough to see what was pressed; the visitor hardly notices. */
export const momentToUndo = 3_000

/** Talks that this guide has just ended: for a moment it can be taken back, then the server hears of it. */
export function useEndCall() {
  const actions = useCallActionsStore()
  const calls = useCallsStore()
  const waiting = ref(new Map<string, () => void>())

  function undo(id: string): void {
    waiting.value.get(id)?.()
    waiting.value.delete(id)
  }

  function endNow(id: string): void {
    undo(id)
    actions.end(id)
  }

  function end(id: string): void {
    if (waiting.value.has(id)) return
    waiting.value.set(
      id,
      unthrottledTimeout(momentToUndo, () => endNow(id)),
    )
  }

  // Who closes the page has not taken it back.
  const endAll = () => [...waiting.value.keys()].forEach(endNow)

  watch(
    () =>
      [...waiting.value.keys()].filter((id) => !calls.mine.some((call) => call.id === id && !isOver(call))),
    (over) => over.forEach(undo),
  )
  window.addEventListener('pagehide', endAll)
  onScopeDispose(() => {
    window.removeEventListener('pagehide', endAll)
    endAll()
  })

  return { end, endAll, undo, has: (id: string) => waiting.value.has(id) }
}
