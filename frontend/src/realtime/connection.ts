import { backoff, slowBackoff } from './backoff'
import type { Arriving, Leaving, Source, Target } from './destinations'
import type { RealtimeClient, ConnectionState } from './realtimeClient'
import type { OpenStompSocket, StompSocket } from './stompSocket'
import { Subscriptions } from './subscriptions'
import { Transports, type Transport } from './transports'
import { unthrottledTimeout } from './unthrottledTimeout'
import { Watchdog } from './watchdog'

export interface Admission {
  /** A fresh token for the CONNECT frame; undefined when the server cannot be reached right now. */
  token(): Promise<string | undefined>
  /** False once the server no longer knows who we are: then nothing is tried again. */
  signedIn(): boolean
}

const offlineAfter = 5_000
/** From opening to STOMP's CONNECTED, the code of the way included. */
const connectWithin = 10_000
const stableAfter = 10_000
const deadAfter = 15_000
const wakeWithin = 500

/** The page's one connection: keeps trying, keeps subscriptions, and says how it stands. */
export class Connection implements RealtimeClient {
  state: ConnectionState = 'offline'

  private wanted = false
  private socket: StompSocket | undefined
  private attempt = 0
  private transport: Transport = 'websocket'
  /** Whether the way has shown what it is good for, be it a refusal; until then an end speaks against it. */
  private proven = true
  private greeted = 0
  private connected = false
  private failures = 0
  private refusals = 0
  private stopRetry: (() => void) | undefined
  private stopWaiting: (() => void) | undefined
  private watchdog: Watchdog | undefined
  private offlineTimer: ReturnType<typeof setTimeout> | undefined
  private stableTimer: ReturnType<typeof setTimeout> | undefined
  private readonly resyncs = new Set<() => void>()
  private readonly watchers = new Set<(state: ConnectionState) => void>()
  private readonly subscriptions = new Subscriptions(() => this.resync())

  constructor(
    private readonly admission: Admission,
    private readonly openStompSocket: OpenStompSocket,
    private readonly transports = new Transports(),
    private readonly random: () => number = Math.random,
  ) {}

  open(): void {
    if (this.wanted) return
    this.wanted = true
    this.failures = this.refusals = 0
    this.lost()
    void this.try()
  }

  close(): void {
    this.wanted = false
    this.attempt++
    this.release()
    this.socket?.close()
    this.socket = undefined
    this.stopRetry?.()
    this.stopRetry = undefined
    clearTimeout(this.offlineTimer)
    this.become('offline')
  }

  subscribe<S extends Source>(source: S, handle: (body: Arriving[S]) => void): () => void {
    return this.subscriptions.add(source, (body) => handle(body as Arriving[S]))
  }

  send<T extends Target>(target: T, body: Leaving[T]): boolean {
    if (!this.connected || !this.socket) return false
    try {
      this.socket.send(target, body)
      return true
    } catch {
      return false
    }
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

  /**
   * The page woke up or the network came back: what looks connected may be dead, what waits need not wait. After a
   * sleep also the state is fetched at once: what came meanwhile may be lost even where the socket lives.
   */
  wake(slept = false): void {
    if (!this.wanted) return
    if (this.watchdog && this.watchdog.silence() >= deadAfter) this.drop()
    else this.check()
    if (this.stopRetry) this.retryIn(Math.round(this.random() * wakeWithin))
    if (slept) this.resync()
  }

  check(): void {
    this.watchdog?.check()
  }

  reconnect(): void {
    if (this.connected) this.drop()
  }

  /** The device says it has no network. */
  networkLost(): void {
    if (!this.wanted) return
    this.become('offline')
    this.watchdog?.suspect()
  }

  private resync(): void {
    this.resyncs.forEach((fetchAndMerge) => fetchAndMerge())
  }

  private async try(): Promise<void> {
    const attempt = ++this.attempt
    const stale = () => attempt !== this.attempt || !this.wanted
    const token = await this.admission.token().catch(() => undefined)
    if (stale()) return
    if (!this.admission.signedIn()) return this.close()
    if (token === undefined) return this.fail()
    this.transport = this.transports.next()
    this.proven = false
    this.stopWaiting = unthrottledTimeout(connectWithin, () => stale() || this.drop())
    const socket = await this.openStompSocket(this.transport, token, {
      connected: () => stale() || this.succeeded(),
      refused: (code) => {
        if (stale()) return
        // A no comes through just as a yes does.
        this.proven = true
        if (code !== undefined && code !== 'UNAVAILABLE') this.refusals++
      },
      closed: (over) => {
        if (stale()) return
        this.proven ||= over
        this.ended(over)
      },
    }).catch(() => undefined)
    if (stale()) return socket?.close()
    if (socket) this.socket = socket
    else this.drop()
  }

  private succeeded(): void {
    const { socket } = this
    if (!socket) return
    this.connected = true
    this.stopWaiting?.()
    clearTimeout(this.offlineTimer)
    this.greeted = socket.lastHeard()
    // Only a connection that lasts has proven itself: a server that lets in and throws out must not be hammered.
    this.stableTimer = setTimeout(() => {
      this.failures = this.refusals = 0
      if (this.carries()) this.prove()
    }, stableAfter)
    this.watchdog = new Watchdog(
      socket,
      // Also after the device has said that there is no network.
      () => this.become('online'),
      () => this.drop(),
    )
    this.become('online')
    this.subscriptions.attach(socket)
  }

  /** More than the greeting; there are networks that let no more through. */
  private carries(): boolean {
    return this.connected && this.socket !== undefined && this.socket.lastHeard() > this.greeted
  }

  private prove(): void {
    this.proven = true
    this.transports.opened(this.transport)
  }

  /** It is dead, though nobody has said so. */
  private drop(): void {
    const { socket } = this
    this.ended(false, true)
    socket?.drop()
  }

  private ended(sessionOver: boolean, silent = false): void {
    const wasConnected = this.connected
    if (this.carries() || (wasConnected && !silent)) this.prove()
    const failed = !this.proven
    this.proven = true
    this.release()
    this.socket = undefined
    if (wasConnected) this.lost()
    if (failed) this.transports.failed(this.transport, silent)
    const next = this.transports.next()
    // Where nothing came, nobody is asked too often by trying the next way now; native begins the round anew.
    if (failed && silent && next !== this.transport && next !== 'websocket') void this.try()
    else this.fail(sessionOver)
  }

  private release(): void {
    this.connected = false
    this.stopWaiting?.()
    clearTimeout(this.stableTimer)
    this.watchdog?.stop()
    this.watchdog = undefined
    this.subscriptions.detach()
  }

  private fail(askAtOnce = false): void {
    const wait = this.refusals > 1 ? slowBackoff(this.random) : backoff(this.failures, this.random)
    this.retryIn(askAtOnce && this.failures === 0 ? 0 : wait)
    this.failures++
  }

  private retryIn(wait: number): void {
    // What the last socket still says is of no interest.
    this.attempt++
    this.stopRetry?.()
    this.stopRetry = unthrottledTimeout(wait, () => {
      this.stopRetry = undefined
      void this.try()
    })
  }

  private lost(): void {
    clearTimeout(this.offlineTimer)
    this.become(navigator.onLine ? 'connecting' : 'offline')
    this.offlineTimer = setTimeout(() => this.become('offline'), offlineAfter)
  }

  private become(state: ConnectionState): void {
    if (this.state === state) return
    this.state = state
    this.watchers.forEach((tell) => tell(state))
  }
}
