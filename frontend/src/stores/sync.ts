import { onScopeDispose, watch } from 'vue'

import type { Call } from '@/api/types'
import { queues, regionTopic, type RegionEvent } from '@/realtime/destinations'
import { useLink } from '@/realtime/link'

import { isOver } from './callRules'
import { useCallsStore } from './calls'
import { useChatStore } from './chat'
import { useNotesStore } from './notes'
import { usePresenceStore } from './presence'
import { useSessionStore } from './session'

/** A failed fetch is not the end: the next reconnect asks again, and the stores show that they failed. */
const quietly = (work: Promise<unknown>) => void work.catch(() => {})

/** Everything all signed-in pages share: own calls, their chats, refusals; and forgetting it at sign-out. */
function useOwnCalls(tookCall: (call: Call) => void) {
  const link = useLink()
  const calls = useCallsStore()
  const chat = useChatStore()
  const sessions = useSessionStore()
  const stops = [
    link.subscribe(queues.calls, tookCall),
    link.subscribe(queues.messages, (message) => chat.receive(message)),
    link.subscribe(queues.signals, (signal) => chat.signal(signal)),
    link.subscribe(queues.errors, (refusal) => {
      if (!chat.refuse(refusal)) calls.refuse(refusal)
    }),
  ]
  const opened = chat.restore().finally(() => {
    if (sessions.signedIn) link.open()
  })
  quietly(opened)
  return stops
}

/** Whoever comes next, in this tab or by signing in in another, finds nothing of the one before. */
function useClosing(stops: (() => void)[], ...resets: (() => void)[]): void {
  const link = useLink()
  const sessions = useSessionStore()
  watch(
    () => sessions.username,
    () => {
      link.close()
      resets.forEach((reset) => reset())
    },
    // At once: a moment later the page, and this watcher with it, is gone.
    { flush: 'sync' },
  )
  onScopeDispose(() => {
    link.close()
    stops.forEach((stop) => stop())
  })
}

/** Call once in the desk's page, when it is paired. Once a call is over, its chat is forgotten at once. */
export function useDeskSync(): void {
  const link = useLink()
  const calls = useCallsStore()
  const chat = useChatStore()

  watch(
    () => calls.all.filter(isOver).map((call) => call.id),
    (over) => over.forEach((id) => chat.forget(id)),
  )
  const stops = useOwnCalls((call) => {
    calls.merge(call)
    if (!isOver(call)) quietly(chat.load(call.id))
  })
  stops.push(
    link.onConnected(() => {
      quietly(
        calls.resync().then(async () => {
          const current = calls.current
          if (current && !isOver(current)) await chat.load(current.id)
          await chat.resync()
        }),
      )
    }),
  )
  useClosing(stops, calls.reset, chat.reset)
}

/** Call once in the guide's page. Follows the guide's regions, also when an admin changes them. */
export function useGuideSync(): void {
  const link = useLink()
  const calls = useCallsStore()
  const chat = useChatStore()
  const notes = useNotesStore()
  const presence = usePresenceStore()

  const stops = useOwnCalls((call) => {
    calls.merge(call)
    if (call.state === 'ACTIVE') quietly(chat.load(call.id))
  })
  stops.push(
    link.subscribe(queues.notes, (note) => notes.receive(note)),
    useRegions((region, event) => {
      if (event.type === 'CALL') calls.merge(event.call)
      else if (event.type === 'NOTE') notes.receive(event.note)
      else presence.receive(region, event)
    }),
    link.onConnected(() => {
      quietly(notes.load())
      quietly(presence.resync())
      quietly(
        calls.resync().then(async () => {
          await Promise.all(calls.mine.map((call) => chat.load(call.id)))
          await chat.resync()
        }),
      )
    }),
  )
  useClosing(stops, calls.reset, chat.reset, notes.reset, presence.reset)
}

function useRegions(arrive: (region: string, event: RegionEvent) => void): () => void {
  const link = useLink()
  const sessions = useSessionStore()
  const topics = new Map<string, () => void>()
  const follow = (codes: string[]) => {
    for (const [code, stop] of topics) {
      if (codes.includes(code)) continue
      stop()
      topics.delete(code)
    }
    for (const code of codes) {
      if (!topics.has(code))
        topics.set(
          code,
          link.subscribe(regionTopic(code), (event) => arrive(code, event)),
        )
    }
  }
  watch(() => sessions.regions.map((region) => region.code), follow, { immediate: true })
  return () => follow([])
}
