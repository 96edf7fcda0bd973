import { beforeEach, describe, expect, it, vi } from 'vitest'

import { FakeStompSockets, pass } from '@/testing/fakeStompSockets'

let sockets: FakeStompSockets

beforeEach(() => {
  vi.useFakeTimers()
  sockets = new FakeStompSockets()
})

describe('a socket that has fallen silent', () => {
  it('is dropped within thirty seconds', async () => {
    await sockets.connect()
    const silent = sockets.newest
    await pass(24_000)
    expect(silent.probes).toHaveLength(1)
    expect(silent.dropped).toBe(true)
    expect(sockets.connection.state).toBe('connecting')
    await pass(1_000)
    expect(sockets.opened).toHaveLength(2)
  })

  it.each([3_600_000, -3_600_000])('is dropped in its time where the clock is set by %d ms', async (by) => {
    await sockets.connect()
    const silent = sockets.newest
    await pass(4_000)
    vi.setSystemTime(Date.now() + by)
    await pass(14_000)
    expect(silent.dropped).toBe(false)
    await pass(6_000)
    expect(silent.dropped).toBe(true)
  })

  it('is dropped four seconds after an answer is missed', async () => {
    await sockets.connect()
    sockets.connection.check()
    sockets.connection.check()
    expect(sockets.newest.probes).toHaveLength(1)
    await pass(4_000)
    expect(sockets.opened[0]?.dropped).toBe(true)
  })

  it('stays when it gives a sign of life, or says anything at all', async () => {
    await sockets.connect()
    sockets.connection.check()
    sockets.newest.probes[0]?.()
    await pass(4_000)
    sockets.connection.check()
    await pass(3_000)
    sockets.heard = performance.now()
    await pass(1_000)
    expect(sockets.newest.dropped).toBe(false)
    expect(sockets.opened).toHaveLength(1)
  })

  it('says nothing any more once it is dropped', async () => {
    const arrived = vi.fn()
    sockets.connection.subscribe('/user/queue/notes', arrived)
    await sockets.connect()
    sockets.connection.check()
    await pass(4_000)
    sockets.opened[0]?.arrive.get('/user/queue/notes')?.({ id: 'late' })
    expect(arrived).not.toHaveBeenCalled()
  })
})
