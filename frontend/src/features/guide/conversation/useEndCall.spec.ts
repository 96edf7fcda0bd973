import { beforeEach, expect, it, vi } from 'vitest'
import { effectScope, nextTick, type EffectScope } from 'vue'

import { useCallsStore } from '@/stores/calls'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { call, guideSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { momentToUndo, useEndCall } from './useEndCall'

const talk = { state: 'ACTIVE', guide: { username: 'seoul.guide1', displayName: '하늘' } } as const
let client: FakeRealtimeClient
let scope: EffectScope
let endCall: ReturnType<typeof useEndCall>

const told = () => client.sentTo('/app/calls.c1.end').length

beforeEach(() => {
  vi.useFakeTimers()
  client = new FakeRealtimeClient()
  signInAs(guideSession())
  client.open()
  useCallsStore().merge(call(talk))
  scope = effectScope()
  endCall = scope.run(useEndCall) as ReturnType<typeof useEndCall>
})

it('ends a talk after a moment, once, however often it is pressed', async () => {
  endCall.end('c1')
  endCall.end('c1')
  expect(told()).toBe(0)
  await vi.advanceTimersByTimeAsync(momentToUndo)
  expect(told()).toBe(1)
  expect(endCall.has('c1')).toBe(false)
})

it('can be taken back, and pressed again', async () => {
  endCall.end('c1')
  await vi.advanceTimersByTimeAsync(momentToUndo - 1)
  endCall.undo('c1')
  await vi.advanceTimersByTimeAsync(10 * momentToUndo)
  expect(told()).toBe(0)
  endCall.end('c1')
  await vi.advanceTimersByTimeAsync(momentToUndo)
  expect(told()).toBe(1)
})

it('does not wait for who closes the page or leaves it', () => {
  endCall.end('c1')
  window.dispatchEvent(new Event('pagehide'))
  expect(told()).toBe(1)
  endCall.end('c1')
  scope.stop()
  expect(told()).toBe(2)
})

it('is settled where the visitor was faster', async () => {
  endCall.end('c1')
  useCallsStore().merge(call({ ...talk, state: 'ENDED', version: 9 }))
  await nextTick()
  await vi.advanceTimersByTimeAsync(momentToUndo)
  expect(told()).toBe(0)
})
