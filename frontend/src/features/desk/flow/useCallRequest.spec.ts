import { effectScope, nextTick } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { pressHeldFor } from '@/domain/callRules'
import { useCallActionsStore } from '@/stores/callActions'
import { useCallsStore } from '@/stores/calls'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { call, deskSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useCallRequest } from './useCallRequest'

let client: FakeRealtimeClient
let scope: ReturnType<typeof effectScope>
let press: ReturnType<typeof useCallRequest>
const rung = () => client.sentTo('/app/calls.ring')

beforeEach(() => {
  vi.useFakeTimers()
  client = new FakeRealtimeClient()
  signInAs(deskSession())
  scope = effectScope()
  press = scope.run(() => useCallRequest()) as ReturnType<typeof useCallRequest>
})

afterEach(() => scope.stop())

async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds)
}

it('is sent at once where there is a connection', () => {
  press.press('en')
  expect(rung()).toMatchObject([{ language: 'en' }])
})

it('is kept without a connection, with the time that is left', async () => {
  client.become('offline')
  press.press('ko')
  await pass(10_000)
  expect(rung()).toEqual([])
  expect(press.asked.value).toBe(true)
  expect(press.left.value).toBe(20)
})

it('is sent when the connection comes back in time', async () => {
  client.become('offline')
  press.press('ko')
  await pass(pressHeldFor - 8_000)
  client.become('online')
  await pass(5_000)
  expect(rung()).toHaveLength(1)
  expect(press.failure.value).toBeNull()
})

it.each([0, -3_600_000])('is given up honestly after half a minute, the clock set by %d ms', async (set) => {
  client.become('offline')
  press.press('ko')
  vi.setSystemTime(Date.now() + set)
  await pass(pressHeldFor)
  expect(press.asked.value).toBe(false)
  expect(press.failure.value).toBe('EXPIRED')
  client.become('online')
  await pass(pressHeldFor)
  expect(rung()).toEqual([])
})

it('knocks again with the same request while the server is silent', async () => {
  press.press('ko')
  await pass(11_000)
  const ids = (rung() as { requestId: string }[]).map((each) => each.requestId)
  expect(ids).toHaveLength(3)
  expect(new Set(ids).size).toBe(1)
})

it('is over once it has become a call', async () => {
  press.press('ko')
  useCallsStore().merge(call())
  await pass(pressHeldFor)
  expect(rung()).toHaveLength(1)
  expect(press.failure.value).toBeNull()
})

it('says the server’s own reason when it is refused', async () => {
  press.press('ko')
  const { requestId } = rung()[0] as { requestId: string }
  useCallActionsStore().refuse({ code: 'FORBIDDEN', detail: '', ref: requestId })
  await nextTick()
  expect(press.failure.value).toBe('FORBIDDEN')
})
