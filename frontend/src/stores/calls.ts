import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

import type { Call } from '@/api/types'
import { needsNewAnswer, isOver, isWaitingFor, longestWaitFirst, oldestFirst } from '@/domain/callRules'
import { recentFinishedCalls } from '@/domain/recentFinishedCalls'

import { useSessionStore } from './session'

/** Hears of a call that was merged, and of what was known of it before. */
type MergeListener = (call: Call, known: Call | undefined) => void

/**
 * Calls as last heard of, whichever way the news came; an older version never replaces a newer one. What one may do
 * with them is in `callActions`, what asks the server for them in `sync/resyncCalls`.
 */
export const useCallsStore = defineStore('calls', () => {
  const sessions = useSessionStore()

  const byId = ref(new Map<string, Call>())
  /** Asked for once: before, that none is known does not mean that none waits. */
  const loaded = ref(false)
  /** Until the server says so itself. */
  const declined = ref(new Set<string>())
  const over = recentFinishedCalls(dismiss)
  const mergeListeners = new Set<MergeListener>()
  const dismissListeners = new Set<(id: string) => void>()

  const all = computed(() => [...byId.value.values()].sort(oldestFirst))
  const mine = computed(() =>
    all.value.filter((call) => call.state === 'ACTIVE' && call.guide?.username === sessions.username),
  )
  const ringing = computed(() => {
    const codes = new Set(sessions.regions.map((region) => region.code))
    return all.value
      .filter((call) => !declined.value.has(call.id) && isWaitingFor(call, sessions.username, codes))
      .sort(longestWaitFirst)
  })
  /** At a desk: its call, also for the moment after it is over, until `dismiss`. */
  const current = computed(
    () => all.value.findLast((call) => call.desk.code === sessions.session?.desk?.code) ?? null,
  )

  const isOwn = (call: Call) =>
    call.guide?.username === sessions.username || call.desk.code === sessions.session?.desk?.code

  function merge(call: Call): boolean {
    const known = byId.value.get(call.id)
    if (known && known.version > call.version) return false
    // The last news of a call that was dismissed, its rating say, must not bring it back.
    if (!known && isOver(call)) return false
    byId.value.set(call.id, call)
    if (known && needsNewAnswer(known, call)) declined.value.delete(call.id)
    mergeListeners.forEach((merged) => merged(call, known))
    if (isOver(call) && !isOwn(call)) over.add(call.id)
    return true
  }

  /** Shows it whether or not it is over: one of ours that this page has never known going on. */
  const restore = (call: Call) => byId.value.set(call.id, call)

  function dismiss(id: string): void {
    byId.value.delete(id)
    declined.value.delete(id)
    over.forget(id)
    dismissListeners.forEach((dismissed) => dismissed(id))
  }

  function reset(): void {
    byId.value.clear()
    declined.value.clear()
    over.clear()
    loaded.value = false
  }

  return {
    byId,
    loaded,
    declined,
    all,
    mine,
    ringing,
    current,
    merge,
    restore,
    dismiss,
    reset,
    onMerge: (merged: MergeListener) => void mergeListeners.add(merged),
    onDismiss: (dismissed: (id: string) => void) => void dismissListeners.add(dismissed),
  }
})
