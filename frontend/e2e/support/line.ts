import { Client, type IStompSocket } from '@stomp/stompjs'
import SockJS from 'sockjs-client'
import { WebSocket } from 'ws'

import { baseUrl, type Http } from './http'
import { Relay, withCookiesOf } from './relay'

export const ways = ['websocket', 'sockjs websocket', 'sockjs xhr-streaming', 'sockjs xhr-polling'] as const
export type Way = (typeof ways)[number]

interface Arrival {
  destination: string
  body: unknown
}

const patience = 10_000

/** One STOMP connection over a given way. Remembers all that arrives, in order. */
export class Line {
  readonly arrivals: Arrival[] = []
  private readonly listeners = new Set<() => void>()
  private readonly client: Client
  private receipts = 0
  private error: string | undefined
  private closed = false

  private constructor(
    http: Http,
    private readonly relay: Relay | undefined,
    factory: () => IStompSocket,
  ) {
    this.client = new Client({
      webSocketFactory: factory,
      connectHeaders: { 'X-XSRF-TOKEN': http.token },
      reconnectDelay: 0,
      onStompError: (frame) => {
        this.error = frame.headers.message ?? 'ERROR'
        this.changed()
      },
      onWebSocketClose: () => {
        this.closed = true
        this.changed()
      },
    })
  }

  static async open(way: Way, http: Http): Promise<Line> {
    const line =
      way === 'websocket' ? new Line(http, undefined, bare(http)) : await Line.overSockJs(way, http)
    line.client.onConnect = () => line.changed()
    line.client.activate()
    await line.until(() => line.client.connected || undefined, `CONNECTED over ${way}`)
    return line
  }

  private static async overSockJs(way: Way, http: Http): Promise<Line> {
    const transports = way.slice('sockjs '.length)
    const relay = await Relay.open(withCookiesOf(http))
    return new Line(http, relay, () => new SockJS(`${relay.url}/ws`, null, { transports }))
  }

  /** Paths asked for, where SockJS carries the line. */
  get paths(): readonly string[] {
    return this.relay?.paths ?? []
  }

  /** Resolves once the server has confirmed the subscription. */
  async follow(...destinations: string[]): Promise<void> {
    for (const destination of destinations) {
      const receipt = `receipt-${++this.receipts}`
      let confirmed = false
      this.client.watchForReceipt(receipt, () => {
        confirmed = true
        this.changed()
      })
      this.client.subscribe(
        destination,
        (frame) => {
          this.arrivals.push({ destination, body: JSON.parse(frame.body) as unknown })
          this.changed()
        },
        { receipt },
      )
      await this.until(() => confirmed || undefined, `the receipt of ${destination}`)
    }
  }

  send(destination: string, body?: unknown): void {
    this.client.publish({
      destination,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }

  /** The first that fits, whether it has come already or comes yet. */
  next<T>(destination: string, fits: (body: T) => boolean): Promise<T> {
    return this.until(() => this.all<T>(destination).find(fits), `a fitting body on ${destination}`)
  }

  all<T>(destination: string): T[] {
    return this.arrivals.filter((each) => each.destination === destination).map((each) => each.body as T)
  }

  /** The server's ERROR frame, after which it closes. */
  async refused(): Promise<string> {
    const error = await this.until(() => this.error, 'an ERROR frame', true)
    await this.untilClosed()
    return error
  }

  async untilClosed(): Promise<void> {
    await this.until(() => this.closed || undefined, 'the end of the connection', true)
    this.relay?.close()
  }

  async close(): Promise<void> {
    await this.client.deactivate()
    this.relay?.close()
  }

  private changed(): void {
    this.listeners.forEach((listener) => listener())
  }

  private until<T>(look: () => T | undefined, what: string, mayClose = false): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer)
        this.listeners.delete(check)
      }
      const fail = (why: string) => {
        stop()
        reject(new Error(`${why} while waiting for ${what}; came: ${JSON.stringify(this.arrivals, null, 1)}`))
      }
      const check = () => {
        const found = look()
        if (found !== undefined) {
          stop()
          resolve(found)
        } else if (!mayClose && (this.closed || this.error)) fail(this.error ?? 'The connection ended')
      }
      const timer = setTimeout(() => fail('Time ran out'), patience)
      this.listeners.add(check)
      check()
    })
  }
}

function bare(http: Http): () => IStompSocket {
  const url = new URL('/ws/websocket', baseUrl)
  url.protocol = url.protocol.replace('http', 'ws')
  const create = () =>
    new WebSocket(url, ['v12.stomp', 'v11.stomp', 'v10.stomp'], { headers: { cookie: http.cookies } })
  // Its types and the browser's differ in what nobody uses here.
  return create
}
