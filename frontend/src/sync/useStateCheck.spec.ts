import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'

import { fetchChecksum } from '@/api/checksum'
import { ApiProblem } from '@/api/problem'
import { checksumOf } from '@/domain/checksum'
import { useCallsStore } from '@/stores/calls'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { call, guideSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useStateCheck } from './useStateCheck'

vi.mock('@/api/checksum')

const ask = vi.mocked(fetchChecksum)
const minute = 60_000
const nothing = { calls: '811c9dc5', unread: 0 }
const ringing = { calls: checksumOf([{ id: 'c1', version: 1, lastSeq: 0 }]), unread: 0 }
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
let client: FakeRealtimeClient
let scope: EffectScope
let stop: () => void
let resync: ReturnType<typeof vi.fn<() => Promise<void>>>

beforeEach(() => {
  vi.useFakeTimers()
  client = new FakeRealtimeClient()
  signInAs(guideSession())
  ask.mockReset().mockResolvedValue(nothing)
  resync = vi.fn<() => Promise<void>>().mockResolvedValue()
  scope = effectScope()
  stop = scope.run(() => useStateCheck(resync)) as () => void
})

afterEach(() => {
  stop()
  scope.stop()
})

it('looks every 15 s, and leaves well alone', async () => {
  await pass(minute)
  expect(ask).toHaveBeenCalledTimes(4)
  expect(resync).not.toHaveBeenCalled()
})

it('looks only over a connection that seems to stand, and no more once it is stopped', async () => {
  client.become('connecting')
  await pass(minute)
  expect(ask).not.toHaveBeenCalled()
  client.become('online')
  await pass(15_000)
  expect(ask).toHaveBeenCalledOnce()
  stop()
  await pass(minute)
  expect(ask).toHaveBeenCalledOnce()
})

describe('a difference', () => {
  it('that was only news under way does nothing', async () => {
    ask.mockResolvedValue(ringing)
    await pass(16_000)
    useCallsStore().merge(call())
    await pass(minute)
    expect(resync).not.toHaveBeenCalled()
    expect(client.reconnects).toBe(0)
  })

  it('from what was held when the server looked is none', async () => {
    let answer: (value: typeof nothing) => void = () => {}
    ask.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
    await pass(15_000)
    useCallsStore().merge(call())
    answer(nothing)
    ask.mockResolvedValue(ringing)
    await pass(3_000)
    expect(ask).toHaveBeenCalledOnce()
  })

  it('that lasts is fetched away', async () => {
    ask.mockResolvedValue(ringing)
    resync.mockImplementation(() => {
      useCallsStore().merge(call())
      return Promise.resolve()
    })
    await pass(18_000)
    expect(resync).toHaveBeenCalledOnce()
    await pass(minute)
    expect(resync).toHaveBeenCalledOnce()
    expect(client.reconnects).toBe(0)
  })

  it('that outlasts even this costs the line its place', async () => {
    ask.mockResolvedValue(ringing)
    await pass(18_000)
    expect(resync).toHaveBeenCalledOnce()
    expect(client.reconnects).toBe(0)
    await pass(3_000)
    expect(client.reconnects).toBe(1)
    const looks = ask.mock.calls.length
    await pass(14_999)
    expect(ask).toHaveBeenCalledTimes(looks)
    await pass(1)
    expect(ask).toHaveBeenCalledTimes(looks + 1)
  })

  it('that nothing helps against makes it reconnect three times, then every five minutes', async () => {
    ask.mockResolvedValue(ringing)
    await pass(3 * 21_000)
    expect(client.reconnects).toBe(3)
    await pass(4 * minute)
    expect(client.reconnects).toBe(3)
    await pass(2 * minute)
    expect(client.reconnects).toBe(4)
  })

  it('that comes after all was well is a new one', async () => {
    ask.mockResolvedValue(ringing)
    await pass(3 * 21_000)
    ask.mockResolvedValue(nothing)
    await pass(15_000)
    ask.mockResolvedValue(ringing)
    await pass(21_000)
    expect(client.reconnects).toBe(4)
  })
})

it('takes a failure to ask for no difference, and for no sameness either', async () => {
  ask.mockRejectedValue(ApiProblem.unreachable())
  await pass(minute)
  ask.mockRejectedValue(new ApiProblem({ code: 'UNAVAILABLE', status: 503 }))
  await pass(minute)
  expect(ask).toHaveBeenCalledTimes(8)
  expect(resync).not.toHaveBeenCalled()
  ask.mockResolvedValueOnce(ringing).mockRejectedValueOnce(ApiProblem.unreachable())
  await pass(18_000)
  expect(resync).not.toHaveBeenCalled()
})
