import { beforeEach, describe, expect, it, vi } from 'vitest'

import * as api from '@/api/calls'
import { ApiProblem } from '@/api/problem'
import { FakeLink } from '@/testing/fakeLink'
import { call, deskSession, guideSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useCallsStore } from './calls'

vi.mock('@/api/calls')

const me = { username: 'seoul.guide1', displayName: '하늘' }
const other = { username: 'seoul.guide2', displayName: '가람' }
let link: FakeLink

beforeEach(() => {
  link = new FakeLink()
  signInAs(guideSession())
  vi.mocked(api.fetchCurrentCalls).mockResolvedValue({ items: [] })
  vi.mocked(api.fetchCalls).mockResolvedValue({ items: [], next: null })
  vi.mocked(api.fetchCall).mockReset()
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
    calls.merge(call())
    calls.decline('c1', 'busy')
    expect(calls.ringing).toEqual([])
    expect(link.sentTo('/app/calls.c1.decline')).toEqual([{ reason: 'busy' }])
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

  it('asks anew, and is proven anew, when it is handed on after it was declined', () => {
    const calls = useCallsStore()
    const handed = (version: number, ringingSince: string | null) =>
      call({
        state: 'ACTIVE',
        guide: other,
        transfer: ringingSince ? { to: { username: me.username }, reason: null } : null,
        ringingSince,
        version,
      })
    calls.merge(handed(2, '2026-11-22T10:55:00.000Z'))
    calls.seen('c1', true)
    calls.decline('c1', '')
    calls.merge(handed(3, null))
    calls.merge(handed(4, '2026-11-22T10:58:00.000Z'))
    calls.seen('c1', true)
    expect(calls.ringing).toHaveLength(1)
    expect(link.sentTo('/app/calls.c1.seen')).toHaveLength(2)
  })
})

it('tells once that an alert is shown, and once more when it can be heard', () => {
  const calls = useCallsStore()
  calls.seen('c1', false)
  calls.seen('c1', false)
  calls.seen('c1', true)
  calls.seen('c1', true)
  expect(link.sentTo('/app/calls.c1.seen')).toEqual([{ audible: false }, { audible: true }])
})

it('takes back what it hands on, which declines nothing', () => {
  const calls = useCallsStore()
  const transfer = { to: { username: other.username }, reason: '영어' }
  calls.merge(call({ state: 'ACTIVE', guide: me }))
  calls.transfer('c1', transfer.to, transfer.reason)
  calls.merge(call({ state: 'ACTIVE', guide: me, transfer, version: 2 }))
  calls.takeBack('c1')
  expect(link.sentTo('/app/calls.c1.transfer')).toEqual([transfer])
  expect(link.sentTo('/app/calls.c1.decline')).toHaveLength(1)
  expect(calls.isTakingBack('c1')).toBe(true)
  expect(calls.mine).toHaveLength(1)
})

it('tells it anew after the line was lost: the server may never have heard it', () => {
  const calls = useCallsStore()
  calls.seen('c1', true)
  link.become('connecting')
  link.become('online')
  calls.seen('c1', true)
  expect(link.sentTo('/app/calls.c1.seen')).toHaveLength(2)
})

it('keeps a refusal under what it is about', () => {
  const calls = useCallsStore()
  calls.refuse({ code: 'CALL_TAKEN', detail: '가람', ref: 'c1' })
  expect(calls.refusals.get('c1')?.code).toBe('CALL_TAKEN')
  calls.accept('c1')
  expect(calls.refusals.has('c1')).toBe(false)
})

describe('after a reconnect', () => {
  it('looks again at what it held as going on', async () => {
    const calls = useCallsStore()
    calls.merge(call({ id: 'taken' }))
    calls.merge(call({ id: 'gone' }))
    vi.mocked(api.fetchCall).mockImplementation((id) =>
      id === 'taken'
        ? Promise.resolve(call({ id, state: 'ACTIVE', guide: other, guideOnline: true, version: 2 }))
        : Promise.reject(new ApiProblem({ code: 'NOT_FOUND', status: 404 })),
    )
    await calls.resync()
    expect(calls.ringing).toEqual([])
    expect(calls.byId.has('gone')).toBe(false)
  })

  it('asks for no colleague’s talk by itself, and finds what was handed to its region', async () => {
    const calls = useCallsStore()
    const talk = (id: string, more = {}) => call({ id, state: 'ACTIVE', guide: other, version: 2, ...more })
    const handed = talk('handed', { transfer: { to: { region: 'seoul' }, reason: null } })
    calls.merge(talk('theirs'))
    calls.merge(talk('ended'))
    vi.mocked(api.fetchCalls).mockImplementation(({ cursor } = {}) =>
      Promise.resolve(cursor ? { items: [handed], next: null } : { items: [talk('theirs')], next: 'more' }),
    )
    vi.mocked(api.fetchCall).mockImplementation((id) =>
      Promise.resolve(talk(id, { state: 'ENDED', version: 3 })),
    )
    await calls.resync()
    expect(vi.mocked(api.fetchCall).mock.calls.map(([id]) => id)).toEqual(['ended'])
    expect(calls.ringing.map(({ id }) => id)).toEqual(['handed'])
    expect(calls.byId.get('ended')?.state).toBe('ENDED')
  })

  it('knows its own calls where the list of all cannot be had, and what rings where its own cannot', async () => {
    const calls = useCallsStore()
    vi.mocked(api.fetchCalls).mockRejectedValueOnce(ApiProblem.unreachable())
    vi.mocked(api.fetchCurrentCalls).mockResolvedValueOnce({ items: [call({ state: 'ACTIVE', guide: me })] })
    await expect(calls.resync()).rejects.toThrow()
    expect(calls.mine).toHaveLength(1)
    vi.mocked(api.fetchCalls).mockResolvedValueOnce({ items: [call({ id: 'c2' })], next: null })
    vi.mocked(api.fetchCurrentCalls).mockRejectedValueOnce(ApiProblem.unreachable())
    await expect(calls.resync()).rejects.toThrow()
    expect(calls.ringing).toHaveLength(1)
  })
})

describe('a guide whose accept fell into a broken line', () => {
  const accepts = () => link.sentTo('/app/calls.c1.accept')

  function ringsAgainAfterReconnect(changes: Parameters<typeof call>[0] = {}) {
    vi.mocked(api.fetchCalls).mockResolvedValue({ items: [call({ version: 2, ...changes })], next: null })
    link.become('online')
    return useCallsStore().resync()
  }

  it('takes the call when the line is back and it still rings', async () => {
    const calls = useCallsStore()
    calls.merge(call())
    link.become('connecting')
    calls.accept('c1')
    expect(accepts()).toEqual([])
    await ringsAgainAfterReconnect()
    expect(accepts()).toHaveLength(1)
  })

  it('says it again where the line broke before the answer', async () => {
    const calls = useCallsStore()
    calls.merge(call())
    calls.accept('c1')
    link.become('connecting')
    await ringsAgainAfterReconnect()
    expect(accepts()).toHaveLength(2)
  })

  it('says it once where the line held', async () => {
    const calls = useCallsStore()
    calls.merge(call())
    calls.accept('c1')
    await ringsAgainAfterReconnect()
    expect(accepts()).toHaveLength(1)
  })

  it('takes nothing that a colleague has taken, or that was declined or refused meanwhile', async () => {
    const calls = useCallsStore()
    calls.merge(call())
    link.become('connecting')
    calls.accept('c1')
    await ringsAgainAfterReconnect({ state: 'ACTIVE', guide: other })
    calls.accept('c1')
    calls.refuse({ code: 'CALL_TAKEN', detail: '', ref: 'c1' })
    await ringsAgainAfterReconnect({ version: 3 })
    link.become('connecting')
    calls.accept('c1')
    calls.decline('c1', '')
    await ringsAgainAfterReconnect({ version: 4 })
    expect(accepts()).toHaveLength(1)
  })

  it.each([0, -3_600_000])(
    'takes nothing once its guide has probably turned away, its clock set by %d ms',
    async (set) => {
      vi.useFakeTimers()
      const calls = useCallsStore()
      calls.merge(call())
      link.become('connecting')
      calls.accept('c1')
      vi.setSystemTime(Date.now() + set)
      vi.advanceTimersByTime(10_000)
      await ringsAgainAfterReconnect()
      expect(accepts()).toEqual([])
    },
  )
})

describe('a desk that rings', () => {
  beforeEach(() => {
    signInAs(deskSession())
  })

  it('rings once more with the same request after a reconnect', async () => {
    const calls = useCallsStore()
    link.close()
    const requestId = calls.ring('ko')
    expect(calls.refusals.get(requestId)?.code).toBe('UNAVAILABLE')
    link.open()
    await calls.resync()
    expect(link.sentTo('/app/calls.ring')).toEqual([{ requestId, language: 'ko' }])
    calls.merge(call())
    expect(calls.asked).toBeNull()
    expect(calls.current?.id).toBe('c1')
  })

  it.each([0, -3_600_000])(
    'does not ring for a visitor who has left, its clock set by %d ms',
    async (set) => {
      vi.useFakeTimers()
      const calls = useCallsStore()
      link.close()
      calls.ring('ko')
      vi.setSystemTime(Date.now() + set)
      vi.advanceTimersByTime(31_000)
      link.open()
      await calls.resync()
      expect(link.sent).toEqual([])
    },
  )

  it('can cancel before the call has come back', () => {
    const calls = useCallsStore()
    calls.ring('ko')
    calls.cancelRinging()
    calls.merge(call())
    expect(link.sentTo('/app/calls.c1.cancel')).toEqual([null])
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
