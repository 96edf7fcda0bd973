import { beforeEach, expect, it, vi } from 'vitest'

import type { ProblemCode } from '@/api/problem'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'

import { useRefusals } from './useRefusals'

let client: FakeRealtimeClient
let refusals: ReturnType<typeof useRefusals>
const refuse = (code: ProblemCode, ref = 'c1') => refusals.keep(ref, { code, detail: '', ref })
const told = () => [...refusals.byRef.value.keys()]

beforeEach(() => {
  vi.useFakeTimers()
  client = new FakeRealtimeClient()
  refusals = useRefusals()
})

it('forgets why after a while, counted from the last time', () => {
  refuse('CALL_TAKEN')
  vi.advanceTimersByTime(15_000)
  refuse('WRONG_STATE')
  vi.advanceTimersByTime(19_000)
  expect(told()).toEqual(['c1'])
  vi.advanceTimersByTime(1_000)
  expect(told()).toEqual([])
})

it('says that there is no connection until there is one, and keeps what the server has said', () => {
  client.become('offline')
  refuse('UNAVAILABLE')
  vi.advanceTimersByTime(60_000)
  refuse('GUIDE_BUSY', 'c2')
  expect(told()).toEqual(['c1', 'c2'])
  client.become('online')
  expect(told()).toEqual(['c2'])
})

it('forgets an answer that was overdue over a socket that lives', () => {
  refuse('UNAVAILABLE')
  vi.advanceTimersByTime(20_000)
  expect(told()).toEqual([])
})
