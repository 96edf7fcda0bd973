import { beforeEach, describe, expect, it, vi } from 'vitest'

import { Connection } from './connection'
import type { StompEvents, StompLine } from './stomp'
import { Transports, type Transport } from './transports'

interface Opened {
  transport: Transport
  events: StompEvents
  line: StompLine
  confirm: (() => void)[]
  arrive: Map<string, (body: unknown) => void>
  sent: unknown[]
  /** Answers to the probes that are waiting. */
  probes: (() => void)[]
  dropped: boolean
}

const opened: Opened[] = []
const token = vi.fn<() => Promise<string | undefined>>()
let signedIn = true
let heard = 0

function openFake(transport: Transport, _token: string, events: StompEvents): Promise<StompLine> {
  const fake: Opened = {
    transport,
    events,
    confirm: [],
    arrive: new Map(),
    sent: [],
    probes: [],
    dropped: false,
    line: {
      subscribe(source, arrive, confirmed) {
        fake.confirm.push(confirmed)
        fake.arrive.set(source, arrive)
        return () => {}
      },
      send: (target, body) => void fake.sent.push([target, body]),
      lastHeard: () => heard,
      probe: (answered) => void fake.probes.push(answered),
      close: () => {},
      drop: () => (fake.dropped = true),
    },
  }
  opened.push(fake)
  return Promise.resolve(fake.line)
}

const newest = () => opened.at(-1) as Opened
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

async function connect(connection: Connection): Promise<void> {
  connection.open()
  await pass(0)
  newest().events.connected()
}

let connection: Connection

beforeEach(() => {
  vi.useFakeTimers()
  opened.length = 0
  signedIn = true
  heard = Date.now()
  token.mockReset().mockResolvedValue('token')
  connection = new Connection({ token, signedIn: () => signedIn }, openFake, new Transports(), () => 1)
})

describe('the state', () => {
  it('is online again after a moment without network that the line outlived', async () => {
    await connect(connection)
    connection.networkLost()
    expect(connection.state).toBe('offline')
    connection.wake()
    expect(connection.state).toBe('offline')
    newest().probes[0]?.()
    expect(connection.state).toBe('online')
    await pass(10_000)
    expect(opened).toHaveLength(1)
  })

  it('is connecting for five seconds, then offline, then online', async () => {
    connection.open()
    expect(connection.state).toBe('connecting')
    await pass(5_000)
    expect(connection.state).toBe('offline')
    newest().events.connected()
    expect(connection.state).toBe('online')
  })

  it('is online again although the device still says otherwise', async () => {
    await connect(connection)
    connection.networkLost()
    await pass(5_000)
    newest().probes[0]?.()
    expect(connection.state).toBe('online')
  })

  it('stays offline while one try after the other fails', async () => {
    connection.open()
    await pass(5_000)
    const states: string[] = []
    connection.onState((state) => states.push(state))
    for (let tries = 0; tries < 3; tries++) {
      newest().events.closed(false)
      await pass(30_000)
    }
    expect(states).toEqual(['offline'])
  })

  it('is offline at once when the device has no network', async () => {
    await connect(connection)
    connection.networkLost()
    expect(connection.state).toBe('offline')
  })
})

describe('trying again', () => {
  it('waits longer each time', async () => {
    connection.open()
    for (const wait of [1_000, 2_000, 4_000]) {
      await pass(0)
      const tries = opened.length
      newest().events.closed(false)
      await pass(wait - 1)
      expect(opened).toHaveLength(tries)
      await pass(1)
      expect(opened).toHaveLength(tries + 1)
    }
  })

  it('starts anew only after a connection that lasted', async () => {
    await connect(connection)
    newest().events.closed(false)
    await pass(1_000)
    newest().events.connected()
    await pass(10_000)
    newest().events.closed(false)
    await pass(1_000)
    expect(opened).toHaveLength(3)
  })

  it('slows down to the longest wait when it is refused again and again', async () => {
    await connect(connection)
    for (const wait of [1_000, 30_000]) {
      newest().events.refused('FORBIDDEN')
      newest().events.closed(false)
      const tries = opened.length
      await pass(wait - 1)
      expect(opened).toHaveLength(tries)
      await pass(1)
      newest().events.connected()
    }
  })

  it('does not count what a broker says that is away for a moment', async () => {
    await connect(connection)
    for (const wait of [1_000, 2_000, 4_000]) {
      newest().events.refused(undefined)
      newest().events.closed(false)
      const tries = opened.length
      await pass(wait)
      expect(opened).toHaveLength(tries + 1)
      newest().events.connected()
    }
  })

  it('asks at once who we are when the session is over, but not again and again', async () => {
    await connect(connection)
    newest().events.closed(true)
    await pass(0)
    expect(opened).toHaveLength(2)
    newest().events.connected()
    newest().events.closed(true)
    await pass(1_999)
    expect(opened).toHaveLength(2)
    signedIn = false
    await pass(60_000)
    expect(opened).toHaveLength(2)
    expect(connection.state).toBe('offline')
  })

  it('does not turn to SockJS where a WebSocket was let in and refused', async () => {
    connection.open()
    for (let tries = 0; tries < 4; tries++) {
      await pass(30_000)
      newest().events.refused('FORBIDDEN')
      newest().events.closed(false)
    }
    expect(new Set(opened.map(({ transport }) => transport))).toEqual(new Set(['websocket']))
  })

  it('turns to SockJS where no WebSocket ever opens', async () => {
    connection.open()
    for (let tries = 0; tries < 3; tries++) {
      await pass(30_000)
      newest().events.closed(false)
    }
    expect(opened.map(({ transport }) => transport)).toEqual(['websocket', 'websocket', 'sockjs'])
  })

  it('stops when the server no longer knows us', async () => {
    await connect(connection)
    signedIn = false
    newest().events.closed(false)
    await pass(120_000)
    expect(opened).toHaveLength(1)
    expect(connection.state).toBe('offline')
  })

  it('does not count an unreachable server against WebSockets', async () => {
    token.mockResolvedValue(undefined)
    connection.open()
    await pass(60_000)
    expect(opened).toHaveLength(0)
    token.mockResolvedValue('token')
    await pass(30_000)
    expect(newest().transport).toBe('websocket')
  })
})

describe('waking up', () => {
  it('drops a connection that has been silent too long', async () => {
    await connect(connection)
    const silent = newest()
    await pass(20_000)
    connection.wake()
    expect(silent.dropped).toBe(true)
    await pass(500)
    expect(opened).toHaveLength(2)
  })

  it('leaves a lively one alone and shortens a wait', async () => {
    await connect(connection)
    connection.wake()
    expect(newest().dropped).toBe(false)
    newest().events.closed(false)
    connection.wake()
    await pass(500)
    expect(opened).toHaveLength(2)
  })
})

describe('a line that has fallen silent', () => {
  it('is dropped within thirty seconds', async () => {
    await connect(connection)
    const silent = newest()
    await pass(24_000)
    expect(silent.probes).toHaveLength(1)
    expect(silent.dropped).toBe(true)
    expect(connection.state).toBe('connecting')
    await pass(1_000)
    expect(opened).toHaveLength(2)
  })

  it('is dropped four seconds after an answer is missed', async () => {
    await connect(connection)
    connection.check()
    connection.check()
    expect(newest().probes).toHaveLength(1)
    await pass(4_000)
    expect(opened[0]?.dropped).toBe(true)
  })

  it('stays when it gives a sign of life, or says anything at all', async () => {
    await connect(connection)
    connection.check()
    newest().probes[0]?.()
    await pass(4_000)
    connection.check()
    await pass(3_000)
    heard = Date.now()
    await pass(1_000)
    expect(newest().dropped).toBe(false)
    expect(opened).toHaveLength(1)
  })

  it('says nothing any more once it is dropped', async () => {
    const arrived = vi.fn()
    connection.subscribe('/user/queue/notes', arrived)
    await connect(connection)
    connection.check()
    await pass(4_000)
    opened[0]?.arrive.get('/user/queue/notes')?.({ id: 'late' })
    expect(arrived).not.toHaveBeenCalled()
  })
})

describe('subscriptions', () => {
  it('come back after a reconnect and deliver', async () => {
    const arrived = vi.fn()
    connection.subscribe('/user/queue/notes', arrived)
    await connect(connection)
    newest().events.closed(false)
    await pass(1_000)
    newest().events.connected()
    newest().arrive.get('/user/queue/notes')?.({ id: 'n1' })
    expect(arrived).toHaveBeenCalledWith({ id: 'n1' })
  })

  it('are confirmed before anybody resyncs', async () => {
    const resync = vi.fn()
    connection.onConnected(resync)
    connection.subscribe('/user/queue/notes', () => {})
    connection.subscribe('/user/queue/calls', () => {})
    await connect(connection)
    newest().confirm[0]?.()
    expect(resync).not.toHaveBeenCalled()
    newest().confirm[1]?.()
    expect(resync).toHaveBeenCalledOnce()
    await pass(5_000)
    expect(resync).toHaveBeenCalledOnce()
  })

  it('do not wait for ever for a broker without receipts', async () => {
    const resync = vi.fn()
    connection.onConnected(resync)
    connection.subscribe('/user/queue/notes', () => {})
    await connect(connection)
    await pass(3_000)
    expect(resync).toHaveBeenCalledOnce()
  })

  it('are resynced again when the last one is confirmed late', async () => {
    const resync = vi.fn()
    connection.onConnected(resync)
    connection.subscribe('/user/queue/notes', () => {})
    await connect(connection)
    await pass(3_000)
    newest().confirm[0]?.()
    expect(resync).toHaveBeenCalledTimes(2)
  })

  it('made later resync as well', async () => {
    const resync = vi.fn()
    await connect(connection)
    await pass(0)
    connection.onConnected(resync)
    connection.subscribe('/topic/regions.seoul', () => {})
    newest().confirm.at(-1)?.()
    expect(resync).toHaveBeenCalledOnce()
  })
})

it('sends only while it is connected', async () => {
  expect(connection.send('/app/presence', { state: 'AWAY' })).toBe(false)
  await connect(connection)
  expect(connection.send('/app/presence', { state: 'AWAY' })).toBe(true)
  expect(newest().sent).toEqual([['/app/presence', { state: 'AWAY' }]])
})
