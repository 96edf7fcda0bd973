import { onScopeDispose, watch } from 'vue'

import type { Call } from '@/api/types'
import { isOver } from '@/domain/callRules'
import { queues } from '@/realtime/destinations'
import { getRealtimeClient } from '@/realtime/realtimeClient'
import { useCallActionsStore } from '@/stores/callActions'
import { useCallsStore } from '@/stores/calls'
import { useChatStore } from '@/stores/chat'
import { useNotesStore } from '@/stores/notes'
import { usePresenceStore } from '@/stores/presence'
import { useSessionStore } from '@/stores/session'

import { restoreCall, resyncCalls } from './resyncCalls'
import { resyncOnConnect } from './resyncOnConnect'
import { useRegionTopics } from './useRegionTopics'
import { useStateCheck } from './useStateCheck'

/** Everything all signed-in pages share: own calls, their chats, refusals; and forgetting it at sign-out. */
function useOwnCalls(tookCall: (call: Call) => void) {
  const client = getRealtimeClient()
  const actions = useCallActionsStore()
  const chat = useChatStore()
  const sessions = useSessionStore()
  const stops = [
    client.subscribe(queues.calls, tookCall),
    client.subscribe(queues.messages, (message) => chat.receive(message)),
    client.subscribe(queues.signals, (signal) => chat.signal(signal)),
    client.subscribe(queues.errors, (refusal) => {
      if (!chat.refuse(refusal)) actions.refuse(refusal)
    }),
  ]
  void chat.restore().finally(() => {
    if (sessions.signedIn) client.open()
  })
  return stops
}

/** Nothing was said in it before; and cancelled meanwhile, it would not even be the desk's to ask for. */
const wasAccepted = ({ state, guide }: Call) => state !== 'RINGING' || guide !== null

/** Whoever comes next, in this tab or by signing in in another, finds nothing of the one before. */
function useClosing(stops: (() => void)[], ...resets: (() => void)[]): void {
  const client = getRealtimeClient()
  const sessions = useSessionStore()
  const close = () => {
    client.close()
    stops.forEach((stop) => stop())
  }
  watch(
    () => sessions.username,
    () => {
      close()
      resets.forEach((reset) => reset())
    },
    // At once: a moment later the page, and this watcher with it, is gone.
    { flush: 'sync' },
  )
  onScopeDispose(close)
}

/** Call once in the desk's page, when it is paired. Once a call is over, its chat is forgotten at once. */
export function useDeskSync(): void {
  const calls = useCallsStore()
  const chat = useChatStore()

  watch(
    () => calls.all.filter(isOver).map((call) => call.id),
    (over) => over.forEach((id) => chat.forget(id)),
  )
  const stops = useOwnCalls((call) => {
    calls.merge(call)
    if (isOver(call)) chat.forget(call.id)
    else if (wasAccepted(call)) void chat.load(call.id)
  })
  const going = () => calls.all.filter((call) => !isOver(call))
  const resync = resyncOnConnect(async (signal) => {
    try {
      await resyncCalls(signal)
      chat.keepOnly(going().map(({ id }) => id))
    } finally {
      const talks = going().filter(wasAccepted)
      if (!signal.aborted) await chat.resync(talks.map(({ id }) => id))
    }
  })
  stops.push(resync.stop, useStateCheck(resync.run))
  useClosing(stops, calls.reset, useCallActionsStore().reset, chat.reset)
}

/** Call once in the guide's page. Follows the guide's regions, also when an admin changes them. */
export function useGuideSync(): void {
  const client = getRealtimeClient()
  const calls = useCallsStore()
  const chat = useChatStore()
  const notes = useNotesStore()
  const presence = usePresenceStore()
  const sessions = useSessionStore()

  /** A call that ended while this page was away, with something unsent: the guide must see that it never arrived. */
  async function recallUnsent(signal: AbortSignal): Promise<void> {
    for (const id of chat.unsent().filter((each) => !calls.byId.has(each))) {
      if (!(await restoreCall(id, signal))) chat.forget(id)
    }
  }

  async function resyncChats(signal: AbortSignal): Promise<void> {
    try {
      await recallUnsent(signal)
    } finally {
      if (!signal.aborted) await chat.resync([...calls.mine.map((call) => call.id), ...chat.unsent()])
    }
  }

  const stops = useOwnCalls((call) => {
    calls.merge(call)
    // What is handed to us is not ours to read before it is taken.
    if (calls.mine.some(({ id }) => id === call.id)) void chat.load(call.id)
  })
  const resync = resyncOnConnect(notes.resync, presence.resync, async (signal) => {
    try {
      await resyncCalls(signal)
    } finally {
      // Own talks do not wait until a list of all can be had.
      if (!signal.aborted) await resyncChats(signal)
    }
  })
  stops.push(
    client.subscribe(queues.notes, (note) => notes.receive(note)),
    useRegionTopics(
      () => sessions.regions.map((region) => region.code),
      (region, event) => {
        if (event.type === 'CALL') calls.merge(event.call)
        else if (event.type === 'NOTE') notes.receive(event.note)
        else if (event.type === 'SETTLED') notes.settle(event)
        else presence.receive(region, event)
      },
    ),
    resync.stop,
    useStateCheck(resync.run),
  )
  useClosing(stops, calls.reset, useCallActionsStore().reset, chat.reset, notes.reset, presence.reset)
}
