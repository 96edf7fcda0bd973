import { ref, watch } from 'vue'

import type { Call } from '@/api/types'
import type { ChatLine } from '@/stores/chat'

/** Another guide has taken over, after this message. */
export interface GuideChange {
  key: string
  after: number
  name: string
}

/** Who took over while the talk went on; `joined` is told at once. */
export function useGuideChanges(
  call: () => Call,
  lines: () => readonly ChatLine[],
  joined: (name: string) => void,
) {
  const changes = ref<GuideChange[]>([])
  watch([() => call().id, () => call().guide?.username], ([id, now], [idBefore, before]) => {
    if (id !== idBefore) changes.value = []
    else if (now && before) {
      // A first word of the new guide may have overtaken the news of the change.
      const after = lines().findLast((line) => line.seq !== null && line.username !== now)?.seq ?? 0
      const name = call().guide?.displayName ?? ''
      changes.value.push({ key: `guide-${changes.value.length}`, after, name })
      joined(name)
    }
  })
  return changes
}

type Entry = { key: string; line: ChatLine } | { key: string; change: GuideChange }

/** The talk in the order in which it is shown. */
export function entriesOf(lines: readonly ChatLine[], changes: readonly GuideChange[]): Entry[] {
  const waiting = [...changes]
  const entries: Entry[] = []
  for (const line of lines) {
    while (waiting[0] && (line.seq === null || line.seq > waiting[0].after)) {
      const change = waiting.shift() as GuideChange
      entries.push({ key: change.key, change })
    }
    entries.push({ key: line.key, line })
  }
  return [...entries, ...waiting.map((change) => ({ key: change.key, change }))]
}
