import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, type EffectScope } from 'vue'

import * as callsApi from '@/api/calls'
import { fetchChecksum } from '@/api/checksum'
import * as notesApi from '@/api/notes'
import * as presenceApi from '@/api/presence'
import { ApiProblem } from '@/api/problem'
import type { Call } from '@/api/types'
import { openOutboxStorage, type OutgoingMessage } from '@/realtime/outboxStorage'
import { useCallActionsStore } from '@/stores/callActions'
import { useCallsStore } from '@/stores/calls'
import { useChatStore } from '@/stores/chat'
import { useNotesStore } from '@/stores/notes'
import { usePresenceStore } from '@/stores/presence'
import { useSessionStore } from '@/stores/session'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { call, deskSession, guideSession, message, note } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useDeskSync, useGuideSync } from './sync'

vi.mock('@/api/calls')
vi.mock('@/api/checksum')
vi.mock('@/api/notes')
vi.mock('@/api/presence')

let client: FakeRealtimeClient
let scope: EffectScope

afterEach(() => scope.stop())

const outgoing = (owner: string): OutgoingMessage => ({
  clientId: 'left',
  callId: 'c1',
  owner,
  contents: 'unsent',
  createdAt: 0,
  position: 1,
  state: 'sending',
  code: null,
})

beforeEach(() => {
  client = new FakeRealtimeClient()
  scope = effectScope()
  vi.mocked(callsApi.fetchCurrentCalls).mockResolvedValue({ items: [] })
  vi.mocked(callsApi.fetchCalls).mockResolvedValue({ items: [], next: null })
  vi.mocked(fetchChecksum).mockResolvedValue({ calls: '811c9dc5', unread: 0 })
  vi.mocked(callsApi.fetchAllMessages).mockResolvedValue({ items: [message(1)], read: {} })
  vi.mocked(notesApi.fetchNotes).mockResolvedValue({ items: [note()], next: null, unread: 1 })
  vi.mocked(presenceApi.fetchPresence).mockResolvedValue({ items: [] })
})

describe('a desk', () => {
  beforeEach(() => {
    signInAs(deskSession())
    scope.run(useDeskSync)
  })

  it('forgets its chat as soon as the call is over', async () => {
    const active = call({ state: 'ACTIVE', version: 2 })
    client.arrive('/user/queue/calls', active)
    await vi.waitFor(() => expect(useChatStore().lines('c1')).toHaveLength(1))
    client.arrive('/user/queue/calls', { ...active, state: 'ENDED', version: 3 })
    await nextTick()
    expect(useChatStore().lines('c1')).toEqual([])
    expect(useCallsStore().current?.state).toBe('ENDED')
  })

  it('asks for messages once somebody has answered, also while it rings again', async () => {
    const ringing = call({ version: 2 })
    vi.mocked(callsApi.fetchAllMessages).mockClear()
    vi.mocked(callsApi.fetchCurrentCalls).mockResolvedValue({ items: [ringing] })
    client.arrive('/user/queue/calls', ringing)
    client.reconnect()
    await vi.waitFor(() => expect(callsApi.fetchCurrentCalls).toHaveBeenCalled())
    expect(callsApi.fetchAllMessages).not.toHaveBeenCalled()
    const guide = { username: 'seoul.guide1', displayName: '하늘' }
    client.arrive('/user/queue/calls', call({ guide, guideOnline: false, version: 3 }))
    await vi.waitFor(() => expect(useChatStore().lines('c1')).toHaveLength(1))
  })

  it('shows a message that has overtaken its call', async () => {
    client.arrive('/user/queue/messages', message(1))
    client.arrive('/user/queue/calls', call({ state: 'ACTIVE', version: 2 }))
    await vi.waitFor(() => expect(useChatStore().rooms.get('c1')?.loaded).toBe(true))
    expect(useChatStore().lines('c1')).toHaveLength(1)
  })

  it('shows it also when a resync asked before the call was there', async () => {
    client.arrive('/user/queue/messages', message(1))
    client.reconnect()
    await vi.waitFor(() => expect(useChatStore().rooms.size).toBe(0))
    client.arrive('/user/queue/calls', call({ state: 'ACTIVE', version: 2 }))
    await vi.waitFor(() => expect(useChatStore().lines('c1')).toHaveLength(1))
  })

  it('wipes what a crash left unsent in a call that has ended since', async () => {
    const storage = await openOutboxStorage()
    await storage.put(outgoing('desk:seoul-1'))
    await useChatStore().restore()
    expect(useChatStore().unsent()).toEqual(['c1'])
    client.reconnect()
    await vi.waitFor(async () => expect(await storage.all('desk:seoul-1')).toEqual([]))
    expect(client.sentTo('/app/calls.c1.messages')).toEqual([])
  })

  it('gives a refusal to whom it belongs', () => {
    client.arrive('/user/queue/errors', { code: 'WRONG_STATE', detail: '', ref: 'c1' })
    expect(useCallActionsStore().refusals.get('c1')?.code).toBe('WRONG_STATE')
  })
})

describe('a guide', () => {
  beforeEach(() => {
    signInAs(guideSession())
    scope.run(useGuideSync)
  })

  it('has everything again after a reconnect', async () => {
    const mine = call({ state: 'ACTIVE', guide: { username: 'seoul.guide1', displayName: '하늘' } })
    vi.mocked(callsApi.fetchCurrentCalls).mockResolvedValue({ items: [mine] })
    client.reconnect()
    await vi.waitFor(() => expect(useChatStore().lines('c1')).toHaveLength(1))
    expect(useCallsStore().mine).toHaveLength(1)
    expect(useNotesStore().unread).toBe(1)
  })

  it('knows what rings from the server’s own list, however long that is', async () => {
    vi.mocked(callsApi.fetchCalls).mockImplementation(({ cursor } = {}) =>
      Promise.resolve(
        cursor ? { items: [call()], next: null } : { items: [call({ id: 'c2' })], next: 'more' },
      ),
    )
    vi.mocked(callsApi.fetchCall).mockImplementation((id) => Promise.resolve(call({ id })))
    client.wake()
    await vi.waitFor(() => expect(useCallsStore().ringing.map(({ id }) => id)).toEqual(['c1', 'c2']))
    expect(callsApi.fetchCalls).toHaveBeenCalledWith(
      expect.objectContaining({ state: ['RINGING', 'ACTIVE'] }),
      expect.anything(),
    )
  })

  it('finds a call of which it never heard, over a line that brings nothing any more', async () => {
    vi.useFakeTimers()
    vi.mocked(callsApi.fetchCalls).mockResolvedValue({ items: [call()], next: null })
    vi.mocked(callsApi.fetchCall).mockResolvedValue(call())
    scope.run(useGuideSync)
    vi.mocked(fetchChecksum).mockResolvedValue({ calls: 'cafecafe', unread: 0 })
    await vi.advanceTimersByTimeAsync(18_000)
    expect(useCallsStore().ringing).toHaveLength(1)
    expect(client.reconnects).toBe(0)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(client.reconnects).toBe(1)
  })

  it('asks again after a reconnect until it is answered', async () => {
    vi.useFakeTimers()
    const mine = call({ state: 'ACTIVE', guide: { username: 'seoul.guide1', displayName: '하늘' } })
    vi.mocked(callsApi.fetchCurrentCalls)
      .mockRejectedValueOnce(ApiProblem.unreachable())
      .mockRejectedValueOnce(ApiProblem.unreachable())
      .mockResolvedValue({ items: [mine] })
    vi.mocked(notesApi.fetchNotes).mockRejectedValueOnce(ApiProblem.unreachable())
    client.reconnect()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(useCallsStore().mine).toHaveLength(1)
    expect(useChatStore().lines('c1')).toHaveLength(1)
    expect(useNotesStore().unread).toBe(1)
  })

  it('sees what was never delivered in a call that ended while the page was away', async () => {
    const guide = { username: 'seoul.guide1', displayName: '하늘' }
    vi.mocked(callsApi.fetchCall).mockResolvedValue(call({ state: 'ENDED', guide, version: 9 }))
    await (await openOutboxStorage()).put(outgoing('seoul.guide1'))
    await useChatStore().restore()
    client.reconnect()
    await vi.waitFor(() => expect(client.sentTo('/app/calls.c1.messages')).toHaveLength(1))
    client.arrive('/user/queue/errors', { code: 'CALL_OVER', detail: '', ref: 'left' })
    expect(useCallsStore().byId.get('c1')?.state).toBe('ENDED')
    expect(useChatStore().lines('c1').at(-1)).toMatchObject({ delivery: 'failed', code: 'CALL_OVER' })
  })

  it('has its chats again also where the list of all that goes on cannot be had', async () => {
    const mine = call({ state: 'ACTIVE', guide: { username: 'seoul.guide1', displayName: '하늘' } })
    vi.mocked(callsApi.fetchCurrentCalls).mockResolvedValue({ items: [mine] })
    vi.mocked(callsApi.fetchCalls).mockRejectedValue(ApiProblem.unreachable())
    client.reconnect()
    await vi.waitFor(() => expect(useChatStore().rooms.get('c1')?.messages).toHaveLength(1))
  })

  it('does not get an answer that the one before had asked for', async () => {
    let answer: (value: { items: Call[] }) => void = () => {}
    vi.mocked(callsApi.fetchCurrentCalls).mockReturnValue(new Promise((resolve) => (answer = resolve)))
    client.reconnect()
    useSessionStore().session = guideSession({ username: 'seoul.guide2' })
    answer({ items: [call()] })
    await nextTick()
    expect(useCallsStore().all).toEqual([])
  })

  it('follows the regions that an admin gives', async () => {
    useSessionStore().session = guideSession({ regions: [{ code: 'busan', name: '부산' }] })
    await nextTick()
    client.arrive('/topic/regions.busan', { type: 'CALL', call: call() })
    client.arrive('/topic/regions.seoul', { type: 'CALL', call: call({ id: 'c2' }) })
    expect(useCallsStore().ringing.map(({ id }) => id)).toEqual(['c1'])
  })

  it('counts a note once, however often it comes', () => {
    client.arrive('/user/queue/notes', note())
    client.arrive('/topic/regions.seoul', { type: 'NOTE', note: note() })
    expect(useNotesStore().unread).toBe(1)
  })

  it('knows where nobody is on duty', () => {
    client.arrive('/topic/regions.seoul', { type: 'COVERAGE', region: 'seoul', onDuty: 0 })
    expect(usePresenceStore().uncovered.has('seoul')).toBe(true)
    client.arrive('/topic/regions.seoul', { type: 'COVERAGE', region: 'seoul', onDuty: 1 })
    expect(usePresenceStore().uncovered.has('seoul')).toBe(false)
  })

  it('leaves nothing behind when signed out', async () => {
    client.arrive('/user/queue/notes', note())
    client.arrive('/user/queue/calls', call())
    useSessionStore().lost()
    await nextTick()
    expect(client.state).toBe('offline')
    expect(useNotesStore().items).toEqual([])
    expect(useCallsStore().all).toEqual([])
  })
})
