import { beforeEach, describe, expect, it } from 'vitest'

import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { call, guideSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useCallActionsStore } from './callActions'
import { useCallsStore } from './calls'

const me = { username: 'seoul.guide1', displayName: '하늘' }
const other = { username: 'seoul.guide2', displayName: '가람' }
let client: FakeRealtimeClient

beforeEach(() => {
  client = new FakeRealtimeClient()
  signInAs(guideSession())
})

it('drops an older state that arrives late', () => {
  const calls = useCallsStore()
  calls.merge(call({ state: 'ACTIVE', guide: me, version: 3 }))
  expect(calls.merge(call({ state: 'RINGING', version: 2 }))).toBe(false)
  expect(calls.byId.get('c1')?.state).toBe('ACTIVE')
})

describe('what rings for a guide', () => {
  it('is ordered by who has waited longest', () => {
    const calls = useCallsStore()
    calls.merge(call({ id: 'late', ringAt: '2026-11-22T10:49:00.000Z' }))
    calls.merge(call({ id: 'early' }))
    expect(calls.ringing.map(({ id }) => id)).toEqual(['early', 'late'])
  })

  it('is silent once declined', () => {
    const calls = useCallsStore()
    const actions = useCallActionsStore()
    calls.merge(call())
    actions.decline('c1', 'busy')
    expect(calls.ringing).toEqual([])
    expect(client.sentTo('/app/calls.c1.decline')).toEqual([{ reason: 'busy' }])
  })

  it('is also a call handed over to them, not one handed to somebody else', () => {
    const calls = useCallsStore()
    const active = { state: 'ACTIVE', guide: other, guideOnline: true } as const
    calls.merge(call({ ...active, id: 'mine', transfer: { to: { username: me.username }, reason: null } }))
    calls.merge(call({ ...active, id: 'theirs', transfer: { to: { username: 'x' }, reason: null } }))
    expect(calls.ringing.map(({ id }) => id)).toEqual(['mine'])
  })

  it('is not a talk whose guide is away for a moment, until it rings again, for that guide too', () => {
    const calls = useCallsStore()
    calls.merge(call({ state: 'ACTIVE', guide: other }))
    expect(calls.ringing).toEqual([])
    calls.merge(call({ guide: other, version: 2 }))
    calls.merge(call({ id: 'c2', guide: me }))
    expect(calls.ringing.map(({ id }) => id)).toEqual(['c1', 'c2'])
    expect(calls.mine).toEqual([])
  })

  it('is ordered by how long it rings now, not by the press', () => {
    const calls = useCallsStore()
    calls.merge(call({ id: 'again', guide: other, ringingSince: '2026-11-22T10:55:00.000Z' }))
    calls.merge(call({ id: 'new', ringAt: '2026-11-22T10:54:00.000Z' }))
    expect(calls.ringing.map(({ id }) => id)).toEqual(['new', 'again'])
  })

  it('asks anew, and is proven anew, when it is transferred after it was declined', () => {
    const calls = useCallsStore()
    const actions = useCallActionsStore()
    const handed = (version: number, ringingSince: string | null) =>
      call({
        state: 'ACTIVE',
        guide: other,
        transfer: ringingSince ? { to: { username: me.username }, reason: null } : null,
        ringingSince,
        version,
      })
    calls.merge(handed(2, '2026-11-22T10:55:00.000Z'))
    actions.seen('c1', true)
    actions.decline('c1', '')
    calls.merge(handed(3, null))
    calls.merge(handed(4, '2026-11-22T10:58:00.000Z'))
    actions.seen('c1', true)
    expect(calls.ringing).toHaveLength(1)
    expect(client.sentTo('/app/calls.c1.seen')).toHaveLength(2)
  })
})

it('does not bring a dismissed call back by its last news', () => {
  const calls = useCallsStore()
  calls.merge(call({ id: 'c1', state: 'ACTIVE', version: 4 }))
  calls.dismiss('c1')
  expect(calls.merge(call({ id: 'c1', state: 'ENDED', version: 5 }))).toBe(false)
  expect(calls.byId.has('c1')).toBe(false)
})

it('keeps only the last finished calls of others, and all of its own', () => {
  const calls = useCallsStore()
  const finish = (id: string, guide: typeof me) => {
    calls.merge(call({ id, state: 'ACTIVE', guide, version: 2 }))
    calls.merge(call({ id, state: 'ENDED', guide, version: 3 }))
  }
  calls.merge(call({ id: 'long', state: 'ACTIVE', guide: other, ringAt: '2026-11-21T10:00:00.000Z' }))
  finish('own', me)
  for (let each = 0; each < 210; each++) finish(`c${each}`, other)
  finish('long', other)
  expect(calls.all).toHaveLength(201)
  expect(['own', 'long', 'c209', 'c11', 'c10', 'c0'].filter((id) => calls.byId.has(id))).toEqual([
    'own',
    'long',
    'c209',
    'c11',
  ])
  expect(calls.merge(call({ id: 'c0', state: 'ENDED', version: 4 }))).toBe(false)
})
