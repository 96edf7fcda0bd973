import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'

import * as callsApi from '@/api/calls'
import * as notesApi from '@/api/notes'
import * as presenceApi from '@/api/presence'
import { openOutboxStorage } from '@/realtime/outboxStorage'
import { useCallsStore } from '@/stores/calls'
import { useChatStore } from '@/stores/chat'
import { useNotesStore } from '@/stores/notes'
import { usePresenceStore } from '@/stores/presence'
import { useSessionStore } from '@/stores/session'
import { resyncCalls } from '@/sync/resyncCalls'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { mountPage } from '@/testing/mountPage'
import { call, guideSession, message, note } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useDraft } from './conversation/useDraft'
import GuidePage from './GuidePage.vue'

vi.mock('@/api/calls')
vi.mock('@/api/notes')
vi.mock('@/api/presence')

const next = guideSession({ username: 'seoul.guide2', displayName: '가람' })
let client: FakeRealtimeClient
let page: ReturnType<typeof mountPage>

beforeEach(async () => {
  client = new FakeRealtimeClient()
  signInAs(guideSession())
  vi.mocked(callsApi.fetchCurrentCalls).mockResolvedValue({ items: [] })
  vi.mocked(callsApi.fetchAllMessages).mockResolvedValue({ items: [message(1)], read: {} })
  vi.mocked(notesApi.fetchNotes).mockResolvedValue({ items: [], next: null, unread: 0 })
  vi.mocked(presenceApi.fetchPresence).mockResolvedValue({ items: [] })
  vi.mocked(presenceApi.fetchDesks).mockResolvedValue({ items: [] })
  vi.mocked(callsApi.fetchAlerts).mockResolvedValue({ items: [] })
  page = mountPage(GuidePage)
  await vi.waitFor(() => expect(client.state).toBe('online'))
  const guide = { username: 'seoul.guide1', displayName: '하늘' }
  client.arrive('/user/queue/calls', call({ state: 'ACTIVE', guide }))
  client.arrive('/user/queue/notes', note())
  useChatStore().send('c1', 'of the former')
  useDraft('c1').write('half a thought of the former')
})

afterEach(() => page.unmount())

async function nothingIsLeft(): Promise<void> {
  expect(useCallsStore().all).toEqual([])
  expect(useNotesStore().items).toEqual([])
  expect(useChatStore().lines('c1')).toEqual([])
  expect(useDraft('c1').text.value).toBe('')
  const storage = await openOutboxStorage()
  await vi.waitFor(async () => expect(await storage.all('seoul.guide1')).toEqual([]))
}

it('warns who is available before the shift begins that calls come without a sound', async () => {
  client.arrive('/user/queue/calls', call({ state: 'ENDED', version: 9 }))
  await nextTick()
  expect(page.find('[data-testid=already-on-duty]').text()).toContain('호출이 이 화면으로도 옵니다')
  usePresenceStore().setState('AWAY')
  await nextTick()
  expect(page.find('[data-testid=already-on-duty]').exists()).toBe(false)
})

it('does not say that no call waits before it has asked', async () => {
  useCallsStore().reset()
  await nextTick()
  await page.get('[data-testid=start-shift]').trigger('click')
  expect(page.text()).not.toContain('기다리는 호출이 없습니다')
  vi.mocked(callsApi.fetchCalls).mockResolvedValue({ items: [], next: null })
  await resyncCalls()
  await nextTick()
  expect(page.text()).toContain('기다리는 호출이 없습니다')
})

it('leaves nothing of a guide who signs out', async () => {
  useSessionStore().lost()
  await nextTick()
  expect(client.state).toBe('offline')
  await nothingIsLeft()
})

it('leaves nothing to another who has signed in in another tab', async () => {
  client.sent.length = 0
  useSessionStore().session = next
  await nextTick()
  await vi.waitFor(() => expect(client.state).toBe('online'))
  client.reconnect()
  await nothingIsLeft()
  expect(client.sentTo('/app/calls.c1.messages')).toEqual([])
})
