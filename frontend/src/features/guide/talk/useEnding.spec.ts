import { beforeEach, expect, it, vi } from 'vitest'
import { effectScope, nextTick, type EffectScope } from 'vue'

import { useCallsStore } from '@/stores/calls'
import { FakeLink } from '@/testing/fakeLink'
import { call, guideSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { momentToUndo, useEnding } from './useEnding'

const talk = { state: 'ACTIVE', guide: { username: 'seoul.guide1', displayName: '하늘' } } as const
let link: FakeLink
let scope: EffectScope
let ending: ReturnType<typeof useEnding>

const told = () => link.sentTo('/app/calls.c1.end').length

beforeEach(() => {
  vi.useFakeTimers()
  link = new FakeLink()
  signInAs(guideSession())
  link.open()
  useCallsStore().merge(call(talk))
  scope = effectScope()
  ending = scope.run(useEnding) as ReturnType<typeof useEnding>
})

it('ends a talk after a moment, once, however often it is pressed', async () => {
  ending.end('c1')
  ending.end('c1')
  expect(told()).toBe(0)
  await vi.advanceTimersByTimeAsync(momentToUndo)
  expect(told()).toBe(1)
  expect(ending.has('c1')).toBe(false)
})

it('can be taken back, and pressed again', async () => {
  ending.end('c1')
  await vi.advanceTimersByTimeAsync(momentToUndo - 1)
  ending.undo('c1')
  await vi.advanceTimersByTimeAsync(10 * momentToUndo)
  expect(told()).toBe(0)
  ending.end('c1')
  await vi.advanceTimersByTimeAsync(momentToUndo)
  expect(told()).toBe(1)
})

it('does not wait for who closes the page or leaves it', () => {
  ending.end('c1')
  window.dispatchEvent(new Event('pagehide'))
  expect(told()).toBe(1)
  ending.end('c1')
  scope.stop()
  expect(told()).toBe(2)
})

it('is settled where the visitor was faster', async () => {
  ending.end('c1')
  useCallsStore().merge(call({ ...talk, state: 'ENDED', version: 9 }))
  await nextTick()
  await vi.advanceTimersByTimeAsync(momentToUndo)
  expect(told()).toBe(0)
})
