import { computed, ref, watch } from 'vue'

import type { Call } from '@/api/types'
import { isOver } from '@/domain/callRules'
import { useCallsStore } from '@/stores/calls'
import { useChatStore } from '@/stores/chat'
import { useSessionStore } from '@/stores/session'
import { loadScriptFonts } from '@/theme/fonts'

import { forgetDraft } from './useDraft'

const byAnswer = (a: Call, b: Call) => (a.acceptedAt ?? '').localeCompare(b.acceptedAt ?? '')

/**
 * The guide's own calls side by side: those going on or ringing again without us, those just over until they are put
 * away, and those that were lost or taken over while words of ours were still unsent.
 */
export function useConversations() {
  const calls = useCallsStore()
  const chat = useChatStore()
  const sessions = useSessionStore()

  // News of a call, such as its rating, still come after it has been put away.
  const putAway = ref(new Set<string>())
  const formerlyOurs = ref(new Set<string>())
  const chosen = ref('')

  const isOurs = (call: Call) => call.guide?.username === sessions.username
  const going = computed(() => calls.all.filter((call) => isOurs(call) && !isOver(call)))
  const isTakenOver = (call: Call) => !isOurs(call) && formerlyOurs.value.has(call.id)

  const panes = computed(() => {
    const unsent = chat.unsent()
    const left = calls.all.filter((call) => {
      if (isOurs(call) && !isOver(call)) return false
      if (isOurs(call) && call.state === 'ENDED') return true
      return (isOurs(call) || isTakenOver(call)) && unsent.includes(call.id)
    })
    return [...going.value, ...left.filter((call) => !putAway.value.has(call.id))].sort(byAnswer)
  })
  /** The call that keys and the column beside it speak of. */
  const selected = computed(
    () => panes.value.find((call) => call.id === chosen.value) ?? panes.value.at(-1) ?? null,
  )

  function dismiss(id: string): void {
    putAway.value.add(id)
    const call = calls.byId.get(id)
    // It may be handed back to us.
    if (call && isTakenOver(call)) return
    chat.forget(id)
    forgetDraft(id)
    calls.dismiss(id)
  }

  watch(
    () => calls.mine.map((call) => call.id),
    (ids, before = []) => {
      const fresh = ids.filter((id) => !before.includes(id))
      if (fresh.length === 0) return
      // A new visitor gets the room of those who have left, unless words are still there that never reached them.
      const kept = chat.unsent()
      panes.value
        .filter((call) => isOver(call) && !kept.includes(call.id))
        .forEach((call) => dismiss(call.id))
      fresh.forEach((id) => putAway.value.delete(id))
      chosen.value = fresh.at(-1) ?? ''
    },
    { immediate: true },
  )
  watch(
    () => going.value.map((call) => call.id),
    (ids) => ids.forEach((id) => formerlyOurs.value.add(id)),
    { immediate: true },
  )
  // A page that comes back finds its call ringing again, and its messages have to be asked for.
  watch(
    () => going.value.filter((call) => call.state === 'RINGING').map((call) => call.id),
    (ids) => ids.filter((id) => !chat.rooms.get(id)?.loaded).forEach((id) => void chat.load(id)),
    { immediate: true },
  )
  watch(
    () => calls.mine.map((call) => call.language),
    (spoken) => new Set(spoken).forEach((each) => void loadScriptFonts(each)),
    { immediate: true },
  )

  const select = (id: string) => (chosen.value = id)

  return { panes, selected, isTakenOver, select, dismiss }
}
