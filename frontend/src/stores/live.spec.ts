import { beforeEach, describe, expect, it, vi } from 'vitest'

import * as api from '@/api/admin/live'
import { serverNow, adjustServerClock } from '@/api/serverClock'
import type { Call } from '@/api/types'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { adminSession, call, livePicture, liveRegion } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useLiveStore } from './live'

vi.mock('@/api/admin/live')

const answer = (...calls: Call[]) =>
  vi.mocked(api.fetchLive).mockResolvedValueOnce(livePicture([liveRegion({ calls })]))
const shown = () => useLiveStore().calls.map((each) => `${each.id} ${each.state} ${each.version}`)

beforeEach(() => {
  new FakeRealtimeClient()
  signInAs(adminSession())
})

describe('a call on the board', () => {
  it('is never replaced by an older one, whichever way that comes', async () => {
    const live = useLiveStore()
    live.hear(call({ state: 'ACTIVE', version: 3 }))
    expect(live.hear(call({ version: 2 }))).toBe(false)
    answer(call({ version: 1 }))
    await live.load()
    expect(shown()).toEqual(['c1 ACTIVE 3'])
  })

  it('is gone once it is over, and an older picture does not bring it back', async () => {
    const live = useLiveStore()
    live.hear(call())
    live.hear(call({ state: 'ENDED', version: 4 }))
    expect(shown()).toEqual([])
    answer(call({ state: 'ACTIVE', version: 3 }))
    await live.load()
    expect(shown()).toEqual([])
  })

  it('is gone when a picture does not know of it', async () => {
    const live = useLiveStore()
    answer(call())
    await live.load()
    answer()
    await live.load()
    expect(shown()).toEqual([])
  })

  it('stays when it rang while the picture was on its way', async () => {
    const live = useLiveStore()
    vi.mocked(api.fetchLive).mockImplementationOnce(() => {
      live.hear(call())
      return Promise.resolve(livePicture())
    })
    await live.load()
    expect(shown()).toEqual(['c1 RINGING 1'])
  })
})

it('goes by the clock of the server, where this one is off', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-22T10:50:00.000Z') })
  adjustServerClock(Date.now(), performance.now())
  answer()
  await useLiveStore().load()
  expect(new Date(serverNow()).toISOString()).toBe('2026-11-22T10:48:32.000Z')
})

it('keeps the last picture when the next one cannot be had', async () => {
  const live = useLiveStore()
  answer(call())
  await live.load()
  vi.mocked(api.fetchLive).mockRejectedValueOnce(new Error('cut'))
  await expect(live.load()).rejects.toThrow('cut')
  expect(live.picture?.regions).toHaveLength(1)
  expect(live.problem).toBeDefined()
})
