import { beforeEach, describe, expect, it, vi } from 'vitest'

import { FakeStompSockets, pass } from '@/testing/fakeStompSockets'

let sockets: FakeStompSockets
const ways = () => sockets.opened.map(({ transport }) => transport)

beforeEach(() => {
  vi.useFakeTimers()
  sockets = new FakeStompSockets()
})

describe('a browser without WebSocket', () => {
  it('is connected by SockJS at once', async () => {
    sockets.broken.set('websocket', 'throws')
    await sockets.connect()
    expect(ways()).toEqual(['websocket', 'sockjs'])
    expect(sockets.connection.state).toBe('online')
  })

  it('comes back by SockJS each time', async () => {
    sockets.broken.set('websocket', 'throws')
    await sockets.connect()
    for (let times = 0; times < 3; times++) {
      sockets.newest.events.closed(false)
      expect((await sockets.again()).transport).toBe('sockjs')
      sockets.newest.events.connected()
      expect(sockets.connection.state).toBe('online')
    }
  })

  it('tries in rounds with a pause while nothing works', async () => {
    for (const way of ['websocket', 'sockjs', 'polling'] as const) sockets.broken.set(way, 'throws')
    sockets.connection.open()
    await pass(0)
    const round = ['websocket', 'sockjs', 'polling']
    expect(ways()).toEqual(round)
    await pass(999)
    expect(ways()).toEqual(round)
    await pass(1)
    expect(ways()).toEqual([...round, ...round])
  })
})

describe('a way that never says a word', () => {
  it('leads to the next after ten seconds, and that to the last', async () => {
    sockets.connection.open()
    await pass(9_999)
    expect(ways()).toEqual(['websocket'])
    await pass(1)
    expect(ways()).toEqual(['websocket', 'sockjs'])
    expect(sockets.opened[0]?.dropped).toBe(true)
    await pass(10_000)
    expect(ways()).toEqual(['websocket', 'sockjs', 'polling'])
    sockets.newest.events.connected()
    expect(sockets.connection.state).toBe('online')
  })

  it('does so also where its code never loads', async () => {
    sockets.broken.set('websocket', 'hangs').set('sockjs', 'hangs')
    sockets.connection.open()
    await pass(20_000)
    expect(ways()).toEqual(['websocket', 'sockjs', 'polling'])
  })

  it('is not believed for its greeting', async () => {
    await sockets.connect()
    // Asked for a sign of life after twenty seconds, it has four.
    await pass(25_000)
    expect(sockets.newest.transport).toBe('sockjs')
  })

  it('takes longer to be given up where it has worked here before', async () => {
    await sockets.connect()
    sockets.heard = performance.now() + 1
    await pass(10_000)
    sockets.newest.events.closed(false)
    await pass(1_000 + 10_000 + 2_000)
    expect(ways()).toEqual(['websocket', 'websocket', 'websocket'])
    await pass(10_000)
    expect(sockets.newest.transport).toBe('sockjs')
  })
})

it('says nothing of a way that was given up, whatever that still does', async () => {
  sockets.connection.open()
  await pass(10_000)
  const [silent] = sockets.opened
  silent?.events.connected()
  silent?.events.closed(true)
  await pass(5_000)
  expect(ways()).toEqual(['websocket', 'sockjs'])
})
