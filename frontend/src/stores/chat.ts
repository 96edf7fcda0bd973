import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

import { fetchAllMessages } from '@/api/calls'
import { isLasting } from '@/api/problem'
import type { Message } from '@/api/types'
import {
  lastContiguousSeq,
  emptyRoom,
  gapAfter,
  lastSeq,
  mergeMessages,
  type ChatRoom,
} from '@/domain/chatRoom'
import { typingSignals } from '@/domain/typingSignals'
import { callTarget, type Refusal, type Signal } from '@/realtime/destinations'
import { Outbox } from '@/realtime/outbox'
import { openOutboxStorage, type OutgoingMessage } from '@/realtime/outboxStorage'
import { getRealtimeClient } from '@/realtime/realtimeClient'
import { RetryingTask } from '@/realtime/retryingTask'
import { hasVisible } from '@/utils/hasVisible'

import { useSessionStore } from './session'

export type Delivery = 'sending' | 'sent' | 'read' | 'failed'

/** A line of the chat as the page shows it; `seq` is null until the server has it. */
export interface ChatLine {
  key: string
  seq: number | null
  clientId: string
  own: boolean
  username: string
  displayName: string
  contents: string
  sendDate: string
  delivery: Delivery
  code: OutgoingMessage['code']
}

/** The chats of our calls: what has come, what is on its way, who types and who has read. */
export const useChatStore = defineStore('chat', () => {
  const client = getRealtimeClient()
  const sessions = useSessionStore()

  const rooms = ref(new Map<string, ChatRoom>())
  const outgoing = ref<readonly OutgoingMessage[]>([])
  const outbox = new Outbox(
    openOutboxStorage(),
    {
      send: (callId, message) => client.send(callTarget(callId, 'messages'), message),
      doubt: () => client.check(),
    },
    (messages) => (outgoing.value = messages),
  )
  const tasks = new Map<string, RetryingTask>()
  // What was still on its way when a chat was forgotten must not bring it back.
  const forgotten = new Set<string>()
  const typing = typingSignals(
    (callId, on) => client.send(callTarget(callId, 'typing'), { typing: on }),
    (callId, who) => {
      const room = rooms.value.get(callId)
      if (room) room.typing = who
    },
  )

  function room(callId: string): ChatRoom {
    if (!rooms.value.has(callId)) rooms.value.set(callId, emptyRoom())
    return rooms.value.get(callId) as ChatRoom
  }

  function take(callId: string, news: readonly Message[]): void {
    const chat = room(callId)
    chat.messages = mergeMessages(chat.messages, news)
    for (const each of news) {
      if (each.username === sessions.username) outbox.acknowledge(each.clientId)
      else typing.heard(callId, each.username, false)
    }
  }

  /** Brings what is missing, from the first gap on. */
  async function fetchMissing(callId: string, signal: AbortSignal): Promise<void> {
    const { messages } = room(callId)
    try {
      const { items, read } = await fetchAllMessages(callId, lastContiguousSeq(messages), signal)
      if (signal.aborted) return
      take(callId, items)
      const chat = room(callId)
      for (const [who, seq] of Object.entries(read)) chat.read[who] = Math.max(chat.read[who] ?? 0, seq)
      chat.loaded = true
      chat.failed = false
    } catch (failure) {
      if (!signal.aborted) room(callId).failed = true
      throw failure
    }
    if (gapAfter(room(callId).messages) !== undefined) throw new Error('The answer was older than the news')
  }

  function taskFor(callId: string): RetryingTask {
    const task = tasks.get(callId) ?? new RetryingTask((signal) => fetchMissing(callId, signal), isLasting)
    tasks.set(callId, task)
    return task
  }

  async function load(callId: string): Promise<void> {
    if (!forgotten.has(callId)) await taskFor(callId).run()
  }

  function receive(message: Message): void {
    if (forgotten.has(message.callId)) return
    take(message.callId, [message])
    if (gapAfter(room(message.callId).messages) !== undefined) void load(message.callId)
  }

  function signal(news: Signal): void {
    const chat = rooms.value.get(news.callId)
    if (!chat || news.username === sessions.username) return
    if (news.type === 'TYPING') typing.heard(news.callId, news.username, news.typing)
    else chat.read[news.username] = Math.max(chat.read[news.username] ?? 0, news.seq)
  }

  const restore = () => outbox.restore(sessions.username)

  /** After each reconnect, with the calls that go on: what came meanwhile is fetched, what is unsent goes out. */
  async function resync(going: readonly string[] = []): Promise<void> {
    const ids = new Set([...rooms.value.keys(), ...going.filter((each) => !forgotten.has(each))])
    await Promise.all([...ids].map((callId) => taskFor(callId).restart()))
    outbox.flush()
  }

  function send(callId: string, contents: string): void {
    if (forgotten.has(callId)) return
    const text = contents.trim()
    if (!hasVisible(text)) return
    typing.stopped(callId)
    outbox.add(callId, text)
  }

  /** Everything up to the newest counts as read by us. */
  function markRead(callId: string): void {
    const chat = room(callId)
    const seq = lastSeq(chat.messages)
    const me = sessions.username
    if (seq <= (chat.read[me] ?? 0)) return
    if (client.send(callTarget(callId, 'read'), { seq })) chat.read[me] = seq
  }

  function unread(callId: string): number {
    const chat = rooms.value.get(callId)
    if (!chat) return 0
    const mark = chat.read[sessions.username] ?? 0
    return chat.messages.filter((each) => each.seq > mark && each.username !== sessions.username).length
  }

  const lines = computed(() => {
    const me = sessions.username
    const name = sessions.session?.displayName ?? ''
    return (callId: string): ChatLine[] => {
      const chat = rooms.value.get(callId) ?? emptyRoom()
      const others = Object.entries(chat.read).filter(([who]) => who !== me)
      const readUpTo = Math.max(0, ...others.map(([, seq]) => seq))
      const stored = chat.messages.map((each): ChatLine => {
        const own = each.username === me
        const delivery = own && each.seq <= readUpTo ? 'read' : 'sent'
        return { ...each, key: own ? each.clientId : `seq-${each.seq}`, own, delivery, code: null }
      })
      const waiting = outgoing.value
        .filter((each) => each.callId === callId)
        .map((each): ChatLine => ({
          key: each.clientId,
          seq: null,
          clientId: each.clientId,
          own: true,
          username: me,
          displayName: name,
          contents: each.contents,
          sendDate: new Date(each.createdAt).toISOString(),
          delivery: each.state,
          code: each.code,
        }))
      return [...stored, ...waiting]
    }
  })

  function drop(callId: string): void {
    typing.forget(callId)
    tasks.get(callId)?.stop()
    tasks.delete(callId)
    rooms.value.delete(callId)
    outbox.clear(callId)
  }

  /** Nothing of this chat stays in the page: not shown, not unsent, not on disk. */
  function forget(callId: string): void {
    forgotten.add(callId)
    drop(callId)
  }

  /** At a desk: what an earlier visit left, e.g. before the browser crashed, is of nobody's call any more. */
  function keepOnly(going: readonly string[]): void {
    const held = [...rooms.value.keys(), ...unsent()]
    held.filter((each) => !going.includes(each)).forEach(drop)
  }

  /** The calls with messages of ours that have not been delivered. */
  const unsent = () => [...new Set(outgoing.value.map((each) => each.callId))]

  function reset(): void {
    ;[...rooms.value.keys()].forEach(drop)
    forgotten.clear()
    outbox.clearAll()
  }

  return {
    rooms,
    lines,
    load,
    receive,
    signal,
    send,
    retry: (clientId: string) => outbox.retry(clientId),
    refuse: ({ ref: clientId, code }: Refusal) => clientId !== null && outbox.refuse(clientId, code),
    markRead,
    unread,
    type: typing.typed,
    stopTyping: typing.stopped,
    restore,
    resync,
    forget,
    keepOnly,
    unsent,
    reset,
  }
})
