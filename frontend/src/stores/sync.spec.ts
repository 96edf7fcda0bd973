import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, type EffectScope } from 'vue'

import * as callsApi from '@/api/calls'
import * as notesApi from '@/api/notes'
import * as presenceApi from '@/api/presence'
import { FakeLink } from '@/testing/fakeLink'
import { call, deskSession, guideSession, message, note } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useCallsStore } from './calls'
import { useChatStore } from './chat'
import { useNotesStore } from './notes'
import { usePresenceStore } from './presence'
import { useSessionStore } from './session'
import { useDeskSync, useGuideSync } from './sync'

vi.mock('@/api/calls')
vi.mock('@/api/notes')
vi.mock('@/api/presence')

let link: FakeLink
let scope: EffectScope

beforeEach(() => {
  link = new FakeLink()
  scope = effectScope()
  vi.mocked(callsApi.fetchCurrentCalls).mockResolvedValue({ items: [] })
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
    link.arrive('/user/queue/calls', active)
    await vi.waitFor(() => expect(useChatStore().lines('c1')).toHaveLength(1))
    link.arrive('/user/queue/calls', { ...active, state: 'ENDED', version: 3 })
    await nextTick()
    expect(useChatStore().lines('c1')).toEqual([])
    expect(useCallsStore().current?.state).toBe('ENDED')
  })

  it('gives a refusal to whom it belongs', () => {
    link.arrive('/user/queue/errors', { code: 'WRONG_STATE', detail: '', ref: 'c1' })
    expect(useCallsStore().refusals.get('c1')?.code).toBe('WRONG_STATE')
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
    link.reconnect()
    await vi.waitFor(() => expect(useChatStore().lines('c1')).toHaveLength(1))
    expect(useCallsStore().mine).toHaveLength(1)
    expect(useNotesStore().unread).toBe(1)
  })

  it('follows the regions that an admin gives', async () => {
    useSessionStore().session = guideSession({ regions: [{ code: 'busan', name: '부산' }] })
    await nextTick()
    link.arrive('/topic/regions.busan', { type: 'CALL', call: call() })
    link.arrive('/topic/regions.seoul', { type: 'CALL', call: call({ id: 'c2' }) })
    expect(useCallsStore().ringing.map(({ id }) => id)).toEqual(['c1'])
  })

  it('counts a note once, however often it comes', () => {
    link.arrive('/user/queue/notes', note())
    link.arrive('/topic/regions.seoul', { type: 'NOTE', note: note() })
    expect(useNotesStore().unread).toBe(1)
  })

  it('knows where nobody is on duty', () => {
    link.arrive('/topic/regions.seoul', { type: 'COVERAGE', region: 'seoul', onDuty: 0 })
    expect(usePresenceStore().uncovered.has('seoul')).toBe(true)
    link.arrive('/topic/regions.seoul', { type: 'COVERAGE', region: 'seoul', onDuty: 1 })
    expect(usePresenceStore().uncovered.has('seoul')).toBe(false)
  })

  it('leaves nothing behind when signed out', async () => {
    link.arrive('/user/queue/notes', note())
    link.arrive('/user/queue/calls', call())
    useSessionStore().lost()
    await nextTick()
    expect(link.state).toBe('offline')
    expect(useNotesStore().items).toEqual([])
    expect(useCallsStore().all).toEqual([])
  })
})
