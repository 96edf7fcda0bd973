import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, nextTick, type EffectScope } from 'vue'

import * as api from '@/api/admin/live'
import { useLiveStore } from '@/stores/live'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { adminSession, call, livePicture } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useLiveUpdates } from './useLiveUpdates'

vi.mock('@/api/admin/live')

const topic = '/topic/regions.seoul'
let client: FakeRealtimeClient
let scope: EffectScope
const pictures = () => vi.mocked(api.fetchLive).mock.calls.length

beforeEach(async () => {
  vi.useFakeTimers()
  vi.mocked(api.fetchLive).mockReset().mockResolvedValue(livePicture())
  client = new FakeRealtimeClient()
  signInAs(adminSession())
  scope = effectScope()
  scope.run(useLiveUpdates)
  // The first picture, and the one after the subscriptions.
  await vi.advanceTimersByTimeAsync(2_000)
})
afterEach(() => scope.stop())

it('shows news of a call at once, and asks for the rest a moment later', async () => {
  const before = pictures()
  client.arrive(topic, { type: 'CALL', call: call() })
  expect(useLiveStore().calls).toHaveLength(1)
  expect(pictures()).toBe(before)
  await vi.advanceTimersByTimeAsync(300)
  expect(pictures()).toBe(before + 1)
})

it('is not kept from asking by news without end, nor asks for each', async () => {
  const before = pictures()
  for (let each = 0; each < 50; each++) {
    client.arrive(topic, { type: 'DESK', desk: 'seoul-1', online: true })
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(pictures() - before).toBeGreaterThanOrEqual(4)
  expect(pictures() - before).toBeLessThanOrEqual(6)
})

it('asks from time to time while it is looked at, and not while hidden', async () => {
  const before = pictures()
  await vi.advanceTimersByTimeAsync(15_000)
  expect(pictures()).toBe(before + 1)
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(pictures()).toBe(before + 1)
  hidden.mockReturnValue(false)
  document.dispatchEvent(new Event('visibilitychange'))
  expect(pictures()).toBe(before + 2)
})

it('asks after each reconnect', () => {
  const before = pictures()
  client.reconnect()
  expect(pictures()).toBe(before + 1)
})

it('follows regions as they come and go', async () => {
  const jeju = { ...(livePicture().regions[0] as api.LiveRegion), code: 'jeju', name: '제주' }
  vi.mocked(api.fetchLive).mockResolvedValue(livePicture([jeju]))
  await vi.advanceTimersByTimeAsync(15_000)
  await nextTick()
  client.arrive(topic, { type: 'CALL', call: call() })
  expect(useLiveStore().calls).toHaveLength(0)
  client.arrive('/topic/regions.jeju', { type: 'CALL', call: call({ id: 'c2' }) })
  expect(useLiveStore().calls).toHaveLength(1)
})
