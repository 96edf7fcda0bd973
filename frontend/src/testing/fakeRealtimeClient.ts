import type { Arriving, Source } from '@/realtime/destinations'
import { setRealtimeClient, type RealtimeClient, type ConnectionState } from '@/realtime/realtimeClient'

interface Sent {
  target: string
  body: unknown
}

/** A client without a network: say what arrives, look at what was sent. Provided to the stores at once. */
export class FakeRealtimeClient implements RealtimeClient {
  state: ConnectionState = 'online'
  readonly sent: Sent[] = []
  reconnects = 0
  checks = 0
  private readonly handlers = new Map<string, Set<(body: never) => void>>()
  private readonly resyncs = new Set<() => void>()
  private readonly watchers = new Set<(state: ConnectionState) => void>()

  constructor() {
    setRealtimeClient(this)
  }

  open(): void {
    this.become('online')
  }
  close(): void {
    this.become('offline')
  }
  subscribe<S extends Source>(source: S, handle: (body: Arriving[S]) => void): () => void {
    const handlers = this.handlers.get(source) ?? new Set()
    this.handlers.set(source, handlers.add(handle))
    return () => handlers.delete(handle)
  }
  send(target: string, body: unknown): boolean {
    if (this.state === 'online') this.sent.push({ target, body })
    return this.state === 'online'
  }
  check(): void {
    this.checks++
  }
  onConnected(resync: () => void): () => void {
    this.resyncs.add(resync)
    return () => this.resyncs.delete(resync)
  }
  onState(tell: (state: ConnectionState) => void): () => void {
    this.watchers.add(tell)
    tell(this.state)
    return () => this.watchers.delete(tell)
  }

  /** A frame from the server. */
  arrive<S extends Source>(source: S, body: Arriving[S]): void {
    this.handlers.get(source)?.forEach((handle) => (handle as (body: Arriving[S]) => void)(body))
  }
  /** Also asked for by the stores: the connection stands again and its subscriptions are confirmed. */
  reconnect(): void {
    this.reconnects++
    this.become('online')
    this.wake()
  }
  /** The page was asleep, and the socket outlived it. */
  wake(): void {
    this.resyncs.forEach((resync) => resync())
  }
  become(state: ConnectionState): void {
    this.state = state
    this.watchers.forEach((tell) => tell(state))
  }
  sentTo(target: string): unknown[] {
    return this.sent.filter((each) => each.target === target).map((each) => each.body)
  }
}
