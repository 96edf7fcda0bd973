import { computed, ref, watch } from 'vue'

import type { Call } from '@/api/types'
import { useCallsStore } from '@/stores/calls'
import { useChatStore } from '@/stores/chat'
import { useSessionStore } from '@/stores/session'
import { loadFont } from '@/theme/fonts'

import { forgetDraft } from './drafts'

const byAnswer = (a: Call, b: Call) => (a.acceptedAt ?? '').localeCompare(b.acceptedAt ?? '')

/** The guide's own calls side by side: those going on, and those just over until they are put away. */
export function useTalks() {
  const calls = useCallsStore()
  const chat = useChatStore()
  const sessions = useSessionStore()

  // News of a call, such as its rating, still come after it has been put away.
  const putAway = ref(new Set<string>())
  const chosen = ref('')

  const panes = computed(() => {
    const over = calls.all.filter(
      (call) =>
        call.state === 'ENDED' && call.guide?.username === sessions.username && !putAway.value.has(call.id),
    )
    return [...calls.mine, ...over].sort(byAnswer)
  })
  /** The call that keys and the column beside it speak of. */
  const selected = computed(
    () => panes.value.find((call) => call.id === chosen.value) ?? panes.value.at(-1) ?? null,
  )

  function dismiss(id: string): void {
    putAway.value.add(id)
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
        .filter((call) => call.state !== 'ACTIVE' && !kept.includes(call.id))
        .forEach((call) => dismiss(call.id))
      chosen.value = fresh.at(-1) ?? ''
    },
    { immediate: true },
  )
  watch(
    () => calls.mine.map((call) => call.language),
    (spoken) => new Set(spoken).forEach((each) => void loadFont(each)),
    { immediate: true },
  )

  const select = (id: string) => (chosen.value = id)

  return { panes, selected, select, dismiss }
}
