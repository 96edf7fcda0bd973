import { describe, expect, it } from 'vitest'

import type { Call } from '@/api/types'
import { call, stepsSince } from '@/testing/samples'

import { escalationOf } from './escalation'

const press = '2026-11-22T10:48:00.000Z'
const after = (seconds: number, from = press) => Date.parse(from) + seconds * 1000
const iso = (seconds: number) => new Date(after(seconds)).toISOString()
const other = { username: 'seoul.guide2', displayName: '가람' }

it.each([
  [0, 'REMINDER', 20],
  [19.2, 'REMINDER', 1],
  [20, 'FALLBACK', 25],
  [45, 'ADMINS', 30],
  [75, 'MISSED', 45],
])('after %d s comes %s in %d s', (waited, step, seconds) => {
  expect(escalationOf(call(), after(waited)).next).toEqual({ step, seconds })
})

it('fills up to the moment at which it is missed, with marks where more are told', () => {
  expect(escalationOf(call(), after(30)).share).toBe(0.25)
  expect(escalationOf(call(), after(30)).marks).toEqual([20 / 120, 45 / 120, 75 / 120])
})

it('has nothing left to announce once it counts as missed', () => {
  expect(escalationOf(call(), after(200))).toMatchObject({ next: null, share: 1 })
})

it('goes by what the server states, not by the usual times', () => {
  const steps = stepsSince(press).map((step) => ({ ...step, at: step.step === 'MISSED' ? iso(30) : iso(10) }))
  const { share, marks, next } = escalationOf(call({ steps }), after(15))
  expect({ share, marks, next }).toEqual({
    share: 0.5,
    marks: [1 / 3, 1 / 3, 1 / 3],
    next: { step: 'MISSED', seconds: 15 },
  })
})

it('is not confused by a clock that is behind', () => {
  expect(escalationOf(call(), after(-30))).toMatchObject({ waited: 0, share: 0, late: false })
})

describe('is late', () => {
  const lateAt = (waited: number, more: Partial<Call> = {}) => escalationOf(call(more), after(waited)).late

  it('from the moment its fallback is due', () => {
    expect([lateAt(44.9), lateAt(45)]).toEqual([false, true])
  })

  it('at once when it has been widened early, as nobody was there', () => {
    const steps = stepsSince(press).map((step) =>
      step.step === 'MISSED' ? step : { ...step, at: press, done: true },
    )
    expect(escalationOf(call({ steps }), after(1))).toMatchObject({
      late: true,
      adminsTold: true,
      next: { step: 'MISSED', seconds: 119 },
    })
  })

  it('by the ringing that goes on now, not by the press', () => {
    const ringingSince = iso(600)
    const again = { guide: other, ringingSince, steps: stepsSince(ringingSince) }
    expect([lateAt(620, again), lateAt(646, again)]).toEqual([false, true])
    expect(escalationOf(call(again), after(620)).waited).toBe(20)
  })
})

it('counts down to its return while it is transferred, and is never late', () => {
  const handed = call({
    state: 'ACTIVE',
    guide: other,
    transfer: { to: { username: 'seoul.guide1' }, reason: null },
    ringingSince: iso(300),
    steps: [{ step: 'RETURNED', at: iso(420), done: false }],
  })
  expect(escalationOf(handed, after(390))).toMatchObject({
    waited: 90,
    share: 0.75,
    marks: [],
    next: { step: 'RETURNED', seconds: 30 },
    late: false,
  })
})
