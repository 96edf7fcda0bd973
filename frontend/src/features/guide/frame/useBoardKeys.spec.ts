import { effectScope, nextTick, type EffectScope } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { useCallsStore } from '@/stores/calls'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { call, guideSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import type { Guide } from '../guideContext'
import { useIncoming } from '../incoming/useIncoming'
import { useBoardKeys } from './useBoardKeys'

vi.mock('@/api/calls')

let client: FakeRealtimeClient
let scope: EffectScope
const open = vi.fn()
const press = (key: string) => window.dispatchEvent(new KeyboardEvent('keydown', { key }))

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
  open.mockClear()
  client = new FakeRealtimeClient()
  signInAs(guideSession())
  useCallsStore().merge(call())
  useCallsStore().merge(call({ id: 'c2', ringAt: '2026-11-22T10:48:01.000Z' }))
  scope = effectScope()
  scope.run(() => {
    const guide = { incoming: useIncoming(), shift: { open }, alerts: { unlock: () => Promise.resolve() } }
    useBoardKeys(guide as unknown as Guide)
  })
})

afterEach(() => scope.stop())

it('accepts and opens the shift by a key', () => {
  press('a')
  expect(client.sentTo('/app/calls.c1.accept')).toHaveLength(1)
  expect(open).toHaveBeenCalledOnce()
})

it('takes no key for the call that has just taken the place of the one meant', async () => {
  useCallsStore().merge(call({ state: 'CANCELLED', version: 2 }))
  await nextTick()
  press('a')
  press('d')
  expect(client.sent).toEqual([])
  expect(open).not.toHaveBeenCalled()
  vi.advanceTimersByTime(400)
  press('d')
  expect(client.sentTo('/app/calls.c2.decline')).toHaveLength(1)
})
