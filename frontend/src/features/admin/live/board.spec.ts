import { describe, expect, it } from 'vitest'

import type { LiveGuide } from '@/api/admin/live'
import { call, stepsSince } from '@/testing/samples'

import {
  answerRate,
  sortByStatus,
  sortByUrgency,
  columnCount,
  visibleHours,
  isEscalated,
  onDuty,
  since,
} from './board'

const at = (second: number) => `2026-11-22T10:48:${String(second).padStart(2, '0')}.000Z`
const guide = (username: string, more: Partial<LiveGuide> = {}): LiveGuide => ({
  username,
  displayName: username,
  state: 'AVAILABLE',
  connected: true,
  calls: 0,
  ...more,
})

describe('a call', () => {
  it('is late once other regions were asked, even before the usual time', () => {
    expect(isEscalated(call())).toBe(false)
    expect(isEscalated(call({ steps: stepsSince(at(0), at(45)) }))).toBe(true)
    const declinedByAll = stepsSince(at(0)).map((each) => ({ ...each, done: each.step === 'FALLBACK' }))
    expect(isEscalated(call({ steps: declinedByAll }))).toBe(true)
  })

  it('is no longer late once somebody talks', () => {
    expect(isEscalated(call({ state: 'ACTIVE', steps: stepsSince(at(0), at(50)) }))).toBe(false)
  })

  it('is as old as it rings now, or as it is talked', () => {
    expect(since(call({ ringAt: at(0), ringingSince: at(30) }))).toBe(at(30))
    expect(since(call({ state: 'ACTIVE', ringAt: at(0), acceptedAt: at(9), ringingSince: at(30) }))).toBe(
      at(9),
    )
  })

  it('stands before another by its urgency', () => {
    const calls = [
      call({ id: 'talks', state: 'ACTIVE', acceptedAt: at(1) }),
      call({ id: 'rings', ringAt: at(9) }),
      call({ id: 'rings longer', ringAt: at(5) }),
    ]
    expect(sortByUrgency(calls).map(({ id }) => id)).toEqual(['rings longer', 'rings', 'talks'])
  })
})

describe('guides', () => {
  it('stand by whether they can answer', () => {
    const all = [
      guide('gone', { connected: false }),
      guide('away', { state: 'AWAY' }),
      guide('busy', { state: 'BUSY', calls: 1 }),
      guide('ready'),
    ]
    expect(sortByStatus(all).map(({ username }) => username)).toEqual(['ready', 'busy', 'away', 'gone'])
  })

  it('are counted once, however many regions they answer for', () => {
    const away = guide('c', { state: 'AWAY' })
    expect(onDuty([{ guides: [guide('a'), away] }, { guides: [guide('a'), guide('b')] }])).toBe(2)
  })
})

it('has no share of answers before there are any', () => {
  expect(answerRate({ answered: 0, missed: 0 })).toBeNull()
  expect(answerRate({ answered: 37, missed: 1 })).toBeCloseTo(97.37)
})

it('shows the usual day, and an early call beyond it', () => {
  const quiet = Array.from({ length: 24 }, () => 0)
  expect(visibleHours([quiet], 10)).toEqual({ first: 8, last: 20 })
  expect(visibleHours([quiet, quiet.with(5, 1)], 22)).toEqual({ first: 5, last: 22 })
})

it.each([
  [0, 1],
  [3, 3],
  [4, 4],
  [5, 3],
  [6, 3],
  [7, 4],
  [8, 4],
  [9, 3],
])('%i regions stand in %i columns', (regions, columns) => expect(columnCount(regions)).toBe(columns))
