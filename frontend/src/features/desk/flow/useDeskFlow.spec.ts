import { flushPromises } from '@vue/test-utils'
import { effectScope } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import * as api from '@/api/calls'
import { useCallActionsStore } from '@/stores/callActions'
import { useDeskSync } from '@/sync/sync'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { call, deskSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useDeskFlow } from './useDeskFlow'

vi.mock('@/api/calls')

const guide = { username: 'seoul.guide1', displayName: '하늘' }
let client: FakeRealtimeClient
let scope: ReturnType<typeof effectScope>
let flow: ReturnType<typeof useDeskFlow>

beforeEach(() => {
  client = new FakeRealtimeClient()
  signInAs(deskSession())
  vi.mocked(api.fetchCurrentCalls).mockResolvedValue({ items: [] })
  vi.mocked(api.fetchAllMessages).mockResolvedValue({ items: [], read: {} })
  scope = effectScope()
  scope.run(() => {
    useDeskSync()
    flow = useDeskFlow()
  })
})

afterEach(() => scope.stop())

/** The last visitor's call, ended and thanked for without a connection: the server still counts it as open. */
async function leave(last = call({ state: 'ACTIVE', guide, version: 2 })) {
  client.arrive('/user/queue/calls', last)
  await flushPromises()
  client.become('offline')
  flow.end()
  flow.home()
  await flushPromises()
  vi.mocked(api.fetchCurrentCalls).mockResolvedValue({ items: [last] })
  return last
}

async function comeBack(): Promise<void> {
  client.reconnect()
  await flushPromises()
}

it('keeps the next visitor’s press while the last call is not yet over at the server', async () => {
  const last = await leave()
  expect(flow.screen.value).toBe('idle')
  flow.ring()
  expect(flow.screen.value).toBe('held')
  await comeBack()
  expect(client.sentTo('/app/calls.c1.end')).not.toEqual([])
  expect(client.sentTo('/app/calls.ring')).toHaveLength(1)
  // The server's answer to a press that has overtaken the end.
  client.arrive('/user/queue/calls', last)
  expect(flow.screen.value).toBe('asking')
  client.arrive('/user/queue/calls', { ...last, state: 'ENDED', version: 3 })
  client.arrive('/user/queue/calls', call({ id: 'c2', ringAt: '2026-11-22T10:58:00.000Z' }))
  await flushPromises()
  expect(flow.screen.value).toBe('ringing')
  expect(useCallActionsStore().ringRequest).toBeNull()
})

it('keeps it also where the last call rang again for want of its guide', async () => {
  await leave(call({ guide, version: 3 }))
  flow.ring()
  await comeBack()
  expect(client.sentTo('/app/calls.c1.cancel')).not.toEqual([])
  expect(useCallActionsStore().ringRequest).not.toBeNull()
  expect(flow.screen.value).toBe('asking')
})

it('shows nothing of the last call when its end is heard of after the next has begun', async () => {
  const last = await leave()
  flow.ring()
  await comeBack()
  const next = call({ id: 'c2', ringAt: '2026-11-22T10:58:00.000Z' })
  client.arrive('/user/queue/calls', next)
  client.arrive('/user/queue/calls', { ...last, state: 'ENDED', version: 3 })
  client.arrive('/user/queue/calls', { ...next, state: 'ACTIVE', guide, version: 2 })
  await flushPromises()
  flow.end()
  flow.home()
  client.arrive('/user/queue/calls', { ...next, state: 'ENDED', guide, version: 3 })
  await flushPromises()
  expect(flow.screen.value).toBe('idle')
})
