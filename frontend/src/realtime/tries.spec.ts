import { beforeEach, describe, expect, it, vi } from 'vitest'

import { FakeLines, pass } from '../testing/fakeLines'

let lines: FakeLines

beforeEach(() => {
  vi.useFakeTimers()
  lines = new FakeLines()
})

describe('trying again', () => {
  it('waits longer each time', async () => {
    lines.connection.open()
    for (const wait of [1_000, 2_000, 4_000]) {
      await pass(0)
      const tries = lines.opened.length
      lines.newest.events.closed(false)
      await pass(wait - 1)
      expect(lines.opened).toHaveLength(tries)
      await pass(1)
      expect(lines.opened).toHaveLength(tries + 1)
    }
  })

  it('starts anew only after a connection that lasted', async () => {
    await lines.connect()
    lines.newest.events.closed(false)
    await pass(1_000)
    lines.newest.events.connected()
    await pass(10_000)
    lines.newest.events.closed(false)
    await pass(1_000)
    expect(lines.opened).toHaveLength(3)
  })

  it('slows down to the longest wait when it is refused again and again', async () => {
    await lines.connect()
    for (const wait of [1_000, 30_000]) {
      lines.newest.events.refused('FORBIDDEN')
      lines.newest.events.closed(false)
      const tries = lines.opened.length
      await pass(wait - 1)
      expect(lines.opened).toHaveLength(tries)
      await pass(1)
      lines.newest.events.connected()
    }
  })

  it('does not count what a broker says that is away for a moment', async () => {
    await lines.connect()
    for (const wait of [1_000, 2_000, 4_000]) {
      lines.newest.events.refused(undefined)
      lines.newest.events.closed(false)
      const tries = lines.opened.length
      await pass(wait)
      expect(lines.opened).toHaveLength(tries + 1)
      lines.newest.events.connected()
    }
  })

  it('asks at once who we are when the session is over, but not again and again', async () => {
    await lines.connect()
    lines.newest.events.closed(true)
    await pass(0)
    expect(lines.opened).toHaveLength(2)
    lines.newest.events.connected()
    lines.newest.events.closed(true)
    await pass(1_999)
    expect(lines.opened).toHaveLength(2)
    lines.signedIn = false
    await pass(60_000)
    expect(lines.opened).toHaveLength(2)
    expect(lines.connection.state).toBe('offline')
  })

  it('does not turn to SockJS where a WebSocket was let in and refused', async () => {
    lines.connection.open()
    await pass(0)
    for (let tries = 0; tries < 4; tries++) {
      if (tries > 0) await lines.again()
      lines.newest.events.refused('FORBIDDEN')
      lines.newest.events.closed(false)
    }
    expect(new Set(lines.opened.map(({ transport }) => transport))).toEqual(new Set(['websocket']))
  })

  it('turns to SockJS where no WebSocket ever opens', async () => {
    lines.connection.open()
    await pass(0)
    for (let tries = 0; tries < 2; tries++) {
      lines.newest.events.closed(false)
      await lines.again()
    }
    expect(lines.opened.map(({ transport }) => transport)).toEqual(['websocket', 'websocket', 'sockjs'])
  })

  it('stops when the server no longer knows us', async () => {
    await lines.connect()
    lines.signedIn = false
    lines.newest.events.closed(false)
    await pass(120_000)
    expect(lines.opened).toHaveLength(1)
    expect(lines.connection.state).toBe('offline')
  })

  it('does not count an unreachable server against WebSockets', async () => {
    lines.token.mockResolvedValue(undefined)
    lines.connection.open()
    await pass(60_000)
    expect(lines.opened).toHaveLength(0)
    lines.token.mockResolvedValue('token')
    expect((await lines.again()).transport).toBe('websocket')
  })
})

describe('waking up', () => {
  it('drops a connection that has been silent too long', async () => {
    await lines.connect()
    const silent = lines.newest
    await pass(20_000)
    lines.connection.wake()
    expect(silent.dropped).toBe(true)
    await pass(500)
    expect(lines.opened).toHaveLength(2)
  })

  it('leaves a lively one alone and shortens a wait', async () => {
    await lines.connect()
    lines.connection.wake()
    expect(lines.newest.dropped).toBe(false)
    lines.newest.events.closed(false)
    lines.connection.wake()
    await pass(500)
    expect(lines.opened).toHaveLength(2)
  })
})
