import { beforeEach, describe, expect, it, vi } from 'vitest'

import { FakeStompSockets, pass } from '@/testing/fakeStompSockets'

let sockets: FakeStompSockets

beforeEach(() => {
  vi.useFakeTimers()
  sockets = new FakeStompSockets()
})

describe('trying again', () => {
  it('waits longer each time', async () => {
    sockets.connection.open()
    for (const wait of [1_000, 2_000, 4_000]) {
      await pass(0)
      const tries = sockets.opened.length
      sockets.newest.events.closed(false)
      await pass(wait - 1)
      expect(sockets.opened).toHaveLength(tries)
      await pass(1)
      expect(sockets.opened).toHaveLength(tries + 1)
    }
  })

  it('starts anew only after a connection that lasted', async () => {
    await sockets.connect()
    sockets.newest.events.closed(false)
    await pass(1_000)
    sockets.newest.events.connected()
    await pass(10_000)
    sockets.newest.events.closed(false)
    await pass(1_000)
    expect(sockets.opened).toHaveLength(3)
  })

  it('slows down to the longest wait when it is refused again and again', async () => {
    await sockets.connect()
    for (const wait of [1_000, 30_000]) {
      sockets.newest.events.refused('FORBIDDEN')
      sockets.newest.events.closed(false)
      const tries = sockets.opened.length
      await pass(wait - 1)
      expect(sockets.opened).toHaveLength(tries)
      await pass(1)
      sockets.newest.events.connected()
    }
  })

  it('does not count what a broker says that is away for a moment', async () => {
    await sockets.connect()
    for (const wait of [1_000, 2_000, 4_000]) {
      sockets.newest.events.refused(undefined)
      sockets.newest.events.closed(false)
      const tries = sockets.opened.length
      await pass(wait)
      expect(sockets.opened).toHaveLength(tries + 1)
      sockets.newest.events.connected()
    }
  })

  it('asks at once who we are when the session is over, but not again and again', async () => {
    await sockets.connect()
    sockets.newest.events.closed(true)
    await pass(0)
    expect(sockets.opened).toHaveLength(2)
    sockets.newest.events.connected()
    sockets.newest.events.closed(true)
    await pass(1_999)
    expect(sockets.opened).toHaveLength(2)
    sockets.signedIn = false
    await pass(60_000)
    expect(sockets.opened).toHaveLength(2)
    expect(sockets.connection.state).toBe('offline')
  })

  it('does not turn to SockJS where a WebSocket was let in and refused', async () => {
    sockets.connection.open()
    await pass(0)
    for (let tries = 0; tries < 4; tries++) {
      if (tries > 0) await sockets.again()
      sockets.newest.events.refused('FORBIDDEN')
      sockets.newest.events.closed(false)
    }
    expect(new Set(sockets.opened.map(({ transport }) => transport))).toEqual(new Set(['websocket']))
  })

  it('turns to SockJS where no WebSocket ever opens', async () => {
    sockets.connection.open()
    await pass(0)
    for (let tries = 0; tries < 2; tries++) {
      sockets.newest.events.closed(false)
      await sockets.again()
    }
    expect(sockets.opened.map(({ transport }) => transport)).toEqual(['websocket', 'websocket', 'sockjs'])
  })

  it('stops when the server no longer knows us', async () => {
    await sockets.connect()
    sockets.signedIn = false
    sockets.newest.events.closed(false)
    await pass(120_000)
    expect(sockets.opened).toHaveLength(1)
    expect(sockets.connection.state).toBe('offline')
  })

  it('does not count an unreachable server against WebSockets', async () => {
    sockets.token.mockResolvedValue(undefined)
    sockets.connection.open()
    await pass(60_000)
    expect(sockets.opened).toHaveLength(0)
    sockets.token.mockResolvedValue('token')
    expect((await sockets.again()).transport).toBe('websocket')
  })
})

describe('waking up', () => {
  it('drops a connection that has been silent too long', async () => {
    await sockets.connect()
    const silent = sockets.newest
    await pass(20_000)
    sockets.connection.wake()
    expect(silent.dropped).toBe(true)
    await pass(500)
    expect(sockets.opened).toHaveLength(2)
  })

  it('leaves a lively one alone and shortens a wait', async () => {
    await sockets.connect()
    sockets.connection.wake()
    expect(sockets.newest.dropped).toBe(false)
    sockets.newest.events.closed(false)
    sockets.connection.wake()
    await pass(500)
    expect(sockets.opened).toHaveLength(2)
  })
})
