import { beforeEach, describe, expect, it, vi } from 'vitest'

import { FakeLines, pass } from '../testing/fakeLines'

let lines: FakeLines

beforeEach(() => {
  vi.useFakeTimers()
  lines = new FakeLines()
})

describe('the state', () => {
  it('is online again after a moment without network that the line outlived', async () => {
    await lines.connect()
    lines.connection.networkLost()
    expect(lines.connection.state).toBe('offline')
    lines.connection.wake()
    expect(lines.connection.state).toBe('offline')
    lines.newest.probes[0]?.()
    expect(lines.connection.state).toBe('online')
    await pass(10_000)
    expect(lines.opened).toHaveLength(1)
  })

  it('is connecting for five seconds, then offline, then online', async () => {
    lines.connection.open()
    expect(lines.connection.state).toBe('connecting')
    await pass(5_000)
    expect(lines.connection.state).toBe('offline')
    lines.newest.events.connected()
    expect(lines.connection.state).toBe('online')
  })

  it('is online again although the device still says otherwise', async () => {
    await lines.connect()
    lines.connection.networkLost()
    await pass(5_000)
    lines.newest.probes[0]?.()
    expect(lines.connection.state).toBe('online')
  })

  it('stays offline while one try after the other fails', async () => {
    lines.connection.open()
    await pass(5_000)
    const states: string[] = []
    lines.connection.onState((state) => states.push(state))
    for (let tries = 0; tries < 3; tries++) {
      lines.newest.events.closed(false)
      await pass(30_000)
    }
    expect(states).toEqual(['offline'])
  })

  it('is offline at once when the device has no network', async () => {
    await lines.connect()
    lines.connection.networkLost()
    expect(lines.connection.state).toBe('offline')
  })
})

describe('subscriptions', () => {
  it('come back after a reconnect and deliver', async () => {
    const arrived = vi.fn()
    lines.connection.subscribe('/user/queue/notes', arrived)
    await lines.connect()
    lines.newest.events.closed(false)
    await pass(1_000)
    lines.newest.events.connected()
    lines.newest.arrive.get('/user/queue/notes')?.({ id: 'n1' })
    expect(arrived).toHaveBeenCalledWith({ id: 'n1' })
  })

  it('are confirmed before anybody resyncs', async () => {
    const resync = vi.fn()
    lines.connection.onConnected(resync)
    lines.connection.subscribe('/user/queue/notes', () => {})
    lines.connection.subscribe('/user/queue/calls', () => {})
    await lines.connect()
    lines.newest.confirm[0]?.()
    expect(resync).not.toHaveBeenCalled()
    lines.newest.confirm[1]?.()
    expect(resync).toHaveBeenCalledOnce()
    await pass(5_000)
    expect(resync).toHaveBeenCalledOnce()
  })

  it('do not wait for ever for a broker without receipts', async () => {
    const resync = vi.fn()
    lines.connection.onConnected(resync)
    lines.connection.subscribe('/user/queue/notes', () => {})
    await lines.connect()
    await pass(3_000)
    expect(resync).toHaveBeenCalledOnce()
  })

  it('are resynced again when the last one is confirmed late', async () => {
    const resync = vi.fn()
    lines.connection.onConnected(resync)
    lines.connection.subscribe('/user/queue/notes', () => {})
    await lines.connect()
    await pass(3_000)
    lines.newest.confirm[0]?.()
    expect(resync).toHaveBeenCalledTimes(2)
  })

  it('made later resync as well', async () => {
    const resync = vi.fn()
    await lines.connect()
    await pass(0)
    lines.connection.onConnected(resync)
    lines.connection.subscribe('/topic/regions.seoul', () => {})
    lines.newest.confirm.at(-1)?.()
    expect(resync).toHaveBeenCalledOnce()
  })
})

it('sends only while it is connected', async () => {
  expect(lines.connection.send('/app/presence', { state: 'AWAY' })).toBe(false)
  await lines.connect()
  expect(lines.connection.send('/app/presence', { state: 'AWAY' })).toBe(true)
  expect(lines.newest.sent).toEqual([['/app/presence', { state: 'AWAY' }]])
})

it('gives up a line that only seems to live, and connects anew', async () => {
  await lines.connect()
  lines.connection.reconnect()
  expect(lines.newest.dropped).toBe(true)
  expect(lines.connection.state).toBe('connecting')
  await pass(1_000)
  expect(lines.opened).toHaveLength(2)
  lines.connection.reconnect()
  await pass(1_000)
  expect(lines.opened).toHaveLength(2)
})
