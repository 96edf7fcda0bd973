import { beforeEach, describe, expect, it, vi } from 'vitest'

import * as api from '@/api/calls'
import { ApiProblem } from '@/api/problem'
import { useCallActionsStore } from '@/stores/callActions'
import { useCallsStore } from '@/stores/calls'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { call, deskSession, guideSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { resyncCalls } from './resyncCalls'

vi.mock('@/api/calls')

const me = { username: 'seoul.guide1', displayName: '하늘' }
const other = { username: 'seoul.guide2', displayName: '가람' }
let client: FakeRealtimeClient

beforeEach(() => {
  client = new FakeRealtimeClient()
  signInAs(guideSession())
  vi.mocked(api.fetchCurrentCalls).mockResolvedValue({ items: [] })
  vi.mocked(api.fetchCalls).mockResolvedValue({ items: [], next: null })
  vi.mocked(api.fetchCall).mockReset()
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
    await resyncCalls()
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
    await resyncCalls()
    expect(vi.mocked(api.fetchCall).mock.calls.map(([id]) => id)).toEqual(['ended'])
    expect(calls.ringing.map(({ id }) => id)).toEqual(['handed'])
    expect(calls.byId.get('ended')?.state).toBe('ENDED')
  })

  it('knows its own calls where the list of all cannot be had, and what rings where its own cannot', async () => {
    const calls = useCallsStore()
    vi.mocked(api.fetchCalls).mockRejectedValueOnce(ApiProblem.unreachable())
    vi.mocked(api.fetchCurrentCalls).mockResolvedValueOnce({ items: [call({ state: 'ACTIVE', guide: me })] })
    await expect(resyncCalls()).rejects.toThrow()
    expect(calls.mine).toHaveLength(1)
    vi.mocked(api.fetchCalls).mockResolvedValueOnce({ items: [call({ id: 'c2' })], next: null })
    vi.mocked(api.fetchCurrentCalls).mockRejectedValueOnce(ApiProblem.unreachable())
    await expect(resyncCalls()).rejects.toThrow()
    expect(calls.ringing).toHaveLength(1)
  })
})

describe('a guide whose accept fell into a broken line', () => {
  const accepts = () => client.sentTo('/app/calls.c1.accept')

  function ringsAgainAfterReconnect(changes: Parameters<typeof call>[0] = {}) {
    vi.mocked(api.fetchCalls).mockResolvedValue({ items: [call({ version: 2, ...changes })], next: null })
    client.become('online')
    return resyncCalls()
  }

  it('takes the call when the line is back and it still rings', async () => {
    const calls = useCallsStore()
    const actions = useCallActionsStore()
    calls.merge(call())
    client.become('connecting')
    actions.accept('c1')
    expect(accepts()).toEqual([])
    await ringsAgainAfterReconnect()
    expect(accepts()).toHaveLength(1)
  })

  it('says it again where the line broke before the answer', async () => {
    const calls = useCallsStore()
    const actions = useCallActionsStore()
    calls.merge(call())
    actions.accept('c1')
    client.become('connecting')
    await ringsAgainAfterReconnect()
    expect(accepts()).toHaveLength(2)
  })

  it('says it once where the line held', async () => {
    const calls = useCallsStore()
    const actions = useCallActionsStore()
    calls.merge(call())
    actions.accept('c1')
    await ringsAgainAfterReconnect()
    expect(accepts()).toHaveLength(1)
  })

  it('takes nothing that a colleague has taken, or that was declined or refused meanwhile', async () => {
    const calls = useCallsStore()
    const actions = useCallActionsStore()
    calls.merge(call())
    client.become('connecting')
    actions.accept('c1')
    await ringsAgainAfterReconnect({ state: 'ACTIVE', guide: other })
    actions.accept('c1')
    actions.refuse({ code: 'CALL_TAKEN', detail: '', ref: 'c1' })
    await ringsAgainAfterReconnect({ version: 3 })
    client.become('connecting')
    actions.accept('c1')
    actions.decline('c1', '')
    await ringsAgainAfterReconnect({ version: 4 })
    expect(accepts()).toHaveLength(1)
  })

  it.each([0, -3_600_000])(
    'takes nothing once its guide has probably turned away, its clock set by %d ms',
    async (set) => {
      vi.useFakeTimers()
      const calls = useCallsStore()
      const actions = useCallActionsStore()
      calls.merge(call())
      client.become('connecting')
      actions.accept('c1')
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
    const actions = useCallActionsStore()
    client.close()
    const requestId = actions.ring('ko')
    expect(actions.refusals.get(requestId)?.code).toBe('UNAVAILABLE')
    client.open()
    await resyncCalls()
    expect(client.sentTo('/app/calls.ring')).toEqual([{ requestId, language: 'ko' }])
    calls.merge(call())
    expect(actions.ringRequest).toBeNull()
    expect(calls.current?.id).toBe('c1')
  })

  it.each([0, -3_600_000])(
    'does not ring for a visitor who has left, its clock set by %d ms',
    async (set) => {
      vi.useFakeTimers()
      const actions = useCallActionsStore()
      client.close()
      actions.ring('ko')
      vi.setSystemTime(Date.now() + set)
      vi.advanceTimersByTime(31_000)
      client.open()
      await resyncCalls()
      expect(client.sent).toEqual([])
    },
  )
})
