import { flushPromises } from '@vue/test-utils'
import { effectScope } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import * as api from '@/api/calls'
import { useCallActionsStore } from '@/stores/callActions'
import { useDeskSync } from '@/sync/sync'
import { FakeLink } from '@/testing/fakeLink'
import { call, deskSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useDeskFlow } from './deskFlow'

vi.mock('@/api/calls')

const guide = { username: 'seoul.guide1', displayName: '하늘' }
let link: FakeLink
let scope: ReturnType<typeof effectScope>
let flow: ReturnType<typeof useDeskFlow>

beforeEach(() => {
  link = new FakeLink()
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
  link.arrive('/user/queue/calls', last)
  await flushPromises()
  link.become('offline')
  flow.end()
  flow.home()
  await flushPromises()
  vi.mocked(api.fetchCurrentCalls).mockResolvedValue({ items: [last] })
  return last
}

async function comeBack(): Promise<void> {
  link.reconnect()
  await flushPromises()
}

it('keeps the next visitor’s press while the last call is not yet over at the server', async () => {
  const last = await leave()
  expect(flow.screen.value).toBe('idle')
  flow.ring()
  expect(flow.screen.value).toBe('held')
  await comeBack()
  expect(link.sentTo('/app/calls.c1.end')).not.toEqual([])
  expect(link.sentTo('/app/calls.ring')).toHaveLength(1)
  // The server's answer to a press that has overtaken the end.
  link.arrive('/user/queue/calls', last)
  expect(flow.screen.value).toBe('asking')
  link.arrive('/user/queue/calls', { ...last, state: 'ENDED', version: 3 })
  link.arrive('/user/queue/calls', call({ id: 'c2', ringAt: '2026-11-22T10:58:00.000Z' }))
  await flushPromises()
  expect(flow.screen.value).toBe('ringing')
  expect(useCallActionsStore().ringRequest).toBeNull()
})

it('keeps it also where the last call rang again for want of its guide', async () => {
  await leave(call({ guide, version: 3 }))
  flow.ring()
  await comeBack()
  expect(link.sentTo('/app/calls.c1.cancel')).not.toEqual([])
  expect(useCallActionsStore().ringRequest).not.toBeNull()
  expect(flow.screen.value).toBe('asking')
})

it('shows nothing of the last call when its end is heard of after the next has begun', async () => {
  const last = await leave()
  flow.ring()
  await comeBack()
  const next = call({ id: 'c2', ringAt: '2026-11-22T10:58:00.000Z' })
  link.arrive('/user/queue/calls', next)
  link.arrive('/user/queue/calls', { ...last, state: 'ENDED', version: 3 })
  link.arrive('/user/queue/calls', { ...next, state: 'ACTIVE', guide, version: 2 })
  await flushPromises()
  flow.end()
  flow.home()
  link.arrive('/user/queue/calls', { ...next, state: 'ENDED', guide, version: 3 })
  await flushPromises()
  expect(flow.screen.value).toBe('idle')
})
