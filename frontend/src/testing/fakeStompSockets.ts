import { vi } from 'vitest'

import type { StompEvents, StompSocket } from '@/realtime/stompSocket'

import { Connection } from '../realtime/connection'
import { Transports, type Transport } from '../realtime/transports'

interface Opened {
  transport: Transport
  events: StompEvents
  confirm: (() => void)[]
  arrive: Map<string, (body: unknown) => void>
  sent: unknown[]
  /** Answers to the probes that are waiting. */
  probes: (() => void)[]
  dropped: boolean
}

/** A way that cannot even be begun: no such interface, a constructor that throws, code that does not load. */
export type Broken = 'throws' | 'hangs'

export const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

/** A connection, and the sockets it opens instead of real ones. Wants fake timers. */
export class FakeStompSockets {
  readonly opened: Opened[] = []
  readonly token = vi.fn<() => Promise<string | undefined>>().mockResolvedValue('token')
  readonly broken = new Map<Transport, Broken>()
  signedIn = true
  heard = performance.now()

  readonly connection = new Connection(
    { token: this.token, signedIn: () => this.signedIn },
    (transport, _token, events) => this.begin(transport, events),
    new Transports(),
    () => 1,
  )

  get newest(): Opened {
    return this.opened.at(-1) as Opened
  }

  async connect(): Promise<void> {
    this.connection.open()
    await pass(0)
    this.newest.events.connected()
  }

  /** Passes the time until a socket is opened again. */
  async again(): Promise<Opened> {
    const before = this.opened.length
    for (let seconds = 0; this.opened.length === before && seconds < 60; seconds++) await pass(1_000)
    return this.newest
  }

  private begin(transport: Transport, events: StompEvents): Promise<StompSocket> {
    const socket = this.open(transport, events)
    const broken = this.broken.get(transport)
    if (broken === 'hangs') return new Promise(() => {})
    return broken ? Promise.reject(new Error(transport)) : Promise.resolve(socket)
  }

  private open(transport: Transport, events: StompEvents): StompSocket {
    const fake: Opened = {
      transport,
      events,
      confirm: [],
      arrive: new Map(),
      sent: [],
      probes: [],
      dropped: false,
    }
    this.opened.push(fake)
    return {
      subscribe(source, arrive, confirmed) {
        fake.confirm.push(confirmed)
        fake.arrive.set(source, arrive)
        return () => {}
      },
      send: (target, body) => void fake.sent.push([target, body]),
      lastHeard: () => this.heard,
      probe: (answered) => void fake.probes.push(answered),
      close: () => {},
      drop: () => (fake.dropped = true),
    }
  }
}
