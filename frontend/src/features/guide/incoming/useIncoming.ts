import { computed, ref, watch } from 'vue'

import type { Call } from '@/api/types'
import { useCallsStore } from '@/stores/calls'
import { useSessionStore } from '@/stores/session'
import { loadFont } from '@/theme/fonts'

import { useNow } from '../useNow'
import { useDeclinedCalls } from './declinedCalls'
import { useFarewell } from './useFarewell'
import { ladderOf, type Ladder } from './ladder'
import { refusalText } from './refusalText'
import { useMeant } from './useMeant'

export interface IncomingCard extends Ladder {
  call: Call
  /** Rings for the first time, is handed over by its guide, has lost the guide it had, or has lost us. */
  kind: 'call' | 'transfer' | 'again' | 'mine'
  /** It comes from a region that is not ours. */
  foreign: boolean
  answering: boolean
  problem: string
}

// An answer that takes longer has got lost; the button must not stay taken.
const answerWithin = 5_000

/** The calls that wait for this guide, oldest first: derived from what rings now, never from an event. */
export function useIncoming() {
  const calls = useCallsStore()
  const sessions = useSessionStore()
  const declined = useDeclinedCalls(sessions.username)
  const now = useNow()
  const answering = ref(new Set<string>())
  const wanted = new Set<string>()

  const waiting = computed(() => calls.ringing.filter((call) => !declined.has(call)))
  const meant = useMeant(() => waiting.value.map((call) => call.id))
  const cards = computed(() =>
    waiting.value.map((call): IncomingCard => ({
      ...ladderOf(call, now.value),
      call,
      kind: kindOf(call),
      foreign: !sessions.regions.some((region) => region.code === call.region.code),
      answering: answering.value.has(call.id) && !calls.refusals.has(call.id),
      problem: refusalText(calls.refusals.get(call.id), call),
    })),
  )
  const { farewell, forget } = useFarewell(waiting, wanted)

  function kindOf(call: Call): IncomingCard['kind'] {
    if (call.state === 'ACTIVE') return 'transfer'
    if (!call.guide) return 'call'
    return call.guide.username === sessions.username ? 'mine' : 'again'
  }

  // The visitor's language is named in its own letters.
  watch(
    () => waiting.value.map((call) => call.language).join(),
    (spoken) => new Set(spoken.split(',')).forEach((each) => void loadFont(each)),
    { immediate: true },
  )
  watch(
    () => calls.refusals.size,
    () => answering.value.forEach((id) => calls.refusals.has(id) && refused(id)),
  )

  /** A refusal may be the first news that we hold an old state. */
  function refused(id: string): void {
    answering.value.delete(id)
    void calls.refresh(id)
  }

  /** False where it cannot have been meant, by whatever way it was pressed. */
  function accept(id: string): boolean {
    if (!meant(id)) return false
    wanted.add(id)
    answering.value.add(id)
    if (!calls.accept(id)) answering.value.delete(id)
    else setTimeout(() => answering.value.delete(id), answerWithin)
    return true
  }

  function decline(id: string): void {
    const call = calls.byId.get(id)
    if (call && meant(id) && calls.decline(id, '')) declined.add(call)
  }

  return { cards, farewell, dismissFarewell: forget, accept, decline }
}
