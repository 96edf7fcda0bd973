import { beforeEach, describe, expect, it, vi } from 'vitest'

import { FakeStompSockets, pass } from '@/testing/fakeStompSockets'

let sockets: FakeStompSockets

beforeEach(() => {
  vi.useFakeTimers()
  sockets = new FakeStompSockets()
})

describe('the state', () => {
  it('is online again after a moment without network that the socket outlived', async () => {
    await sockets.connect()
    sockets.connection.networkLost()
    expect(sockets.connection.state).toBe('offline')
    sockets.connection.wake()
    expect(sockets.connection.state).toBe('offline')
    sockets.newest.probes[0]?.()
    expect(sockets.connection.state).toBe('online')
    await pass(10_000)
    expect(sockets.opened).toHaveLength(1)
  })

  it('is connecting for five seconds, then offline, then online', async () => {
    sockets.connection.open()
    expect(sockets.connection.state).toBe('connecting')
    await pass(5_000)
    expect(sockets.connection.state).toBe('offline')
    sockets.newest.events.connected()
    expect(sockets.connection.state).toBe('online')
  })

  it('is online again although the device still says otherwise', async () => {
    await sockets.connect()
    sockets.connection.networkLost()
    await pass(5_000)
    sockets.newest.probes[0]?.()
    expect(sockets.connection.state).toBe('online')
  })

  it('stays offline while one try after the other fails', async () => {
    sockets.connection.open()
    await pass(5_000)
    const states: string[] = []
    sockets.connection.onState((state) => states.push(state))
    for (let tries = 0; tries < 3; tries++) {
      sockets.newest.events.closed(false)
      await pass(30_000)
    }
    expect(states).toEqual(['offline'])
  })

  it('is offline at once when the device has no network', async () => {
    await sockets.connect()
    sockets.connection.networkLost()
    expect(sockets.connection.state).toBe('offline')
  })
})

describe('subscriptions', () => {
  it('come back after a reconnect and deliver', async () => {
    const arrived = vi.fn()
    sockets.connection.subscribe('/user/queue/notes', arrived)
    await sockets.connect()
    sockets.newest.events.closed(false)
    await pass(1_000)
    sockets.newest.events.connected()
    sockets.newest.arrive.get('/user/queue/notes')?.({ id: 'n1' })
    expect(arrived).toHaveBeenCalledWith({ id: 'n1' })
  })

  it('are confirmed before anybody resyncs', async () => {
    const resync = vi.fn()
    sockets.connection.onConnected(resync)
    sockets.connection.subscribe('/user/queue/notes', () => {})
    sockets.connection.subscribe('/user/queue/calls', () => {})
    await sockets.connect()
    sockets.newest.confirm[0]?.()
    expect(resync).not.toHaveBeenCalled()
    sockets.newest.confirm[1]?.()
    expect(resync).toHaveBeenCalledOnce()
    await pass(5_000)
    expect(resync).toHaveBeenCalledOnce()
  })

  it('do not wait for ever for a broker without receipts', async () => {
    const resync = vi.fn()
    sockets.connection.onConnected(resync)
    sockets.connection.subscribe('/user/queue/notes', () => {})
    await sockets.connect()
    await pass(3_000)
    expect(resync).toHaveBeenCalledOnce()
  })

  it('are resynced again when the last one is confirmed late', async () => {
    const resync = vi.fn()
    sockets.connection.onConnected(resync)
    sockets.connection.subscribe('/user/queue/notes', () => {})
    await sockets.connect()
    await pass(3_000)
    sockets.newest.confirm[0]?.()
    expect(resync).toHaveBeenCalledTimes(2)
  })

  it('made later resync as well', async () => {
    const resync = vi.fn()
    await sockets.connect()
    await pass(0)
    sockets.connection.onConnected(resync)
    sockets.connection.subscribe('/topic/regions.seoul', () => {})
    sockets.newest.confirm.at(-1)?.()
    expect(resync).toHaveBeenCalledOnce()
  })
})

it('sends only while it is connected', async () => {
  expect(sockets.connection.send('/app/presence', { state: 'AWAY' })).toBe(false)
  await sockets.connect()
  expect(sockets.connection.send('/app/presence', { state: 'AWAY' })).toBe(true)
  expect(sockets.newest.sent).toEqual([['/app/presence', { state: 'AWAY' }]])
})

it('gives up a socket that only seems to live, and connects anew', async () => {
  await sockets.connect()
  sockets.connection.reconnect()
  expect(sockets.newest.dropped).toBe(true)
  expect(sockets.connection.state).toBe('connecting')
  await pass(1_000)
  expect(sockets.opened).toHaveLength(2)
  sockets.connection.reconnect()
  await pass(1_000)
  expect(sockets.opened).toHaveLength(2)
})
