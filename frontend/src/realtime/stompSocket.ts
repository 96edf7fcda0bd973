import { Client, ReconnectionTimeMode, TickerStrategy, type IStompSocket } from '@stomp/stompjs'

import { parseLocalized } from '@/api/localizedNames'
import { withBasePath } from '@/api/withBasePath'

import { queues } from './destinations'
import { loadSockJs } from './loadSockJs'
import type { Transport } from './transports'

export interface StompEvents {
  connected(): void
  /** `over`: the server says that our session is. */
  closed(over: boolean): void
  /** The server sent an ERROR frame and closes. With a code of ours it will most likely do so again. */
  refused(code: string | undefined): void
}

/** One STOMP connection from opening to its end; it never reconnects by itself. */
export interface StompSocket {
  subscribe(source: string, arrive: (body: unknown) => void, confirmed: () => void): () => void
  send(target: string, body: unknown): void
  /** When anything last came from the server, heart-beats included. */
  lastHeard(): number
  /** Asks for a sign of life. */
  probe(answered: () => void): void
  close(): void
  /** Ends it without waiting for the other side, which may be long gone. */
  drop(): void
}

export type OpenStompSocket = (
  transport: Transport,
  token: string,
  events: StompEvents,
) => Promise<StompSocket>

const beat = 10_000
/** Of a socket's `readyState`; where there is no WebSocket, nobody else names them. */
const [connecting, opened] = [0, 1]
/** docs/protocol.md, "Sign in". */
const sessionOver = 4001

const sockJsTransports = { sockjs: ['xhr-streaming', 'xhr-polling'], polling: ['xhr-polling'] }

/** Throws where this way does not exist: no such interface, not allowed to use it, or its code does not load. */
async function openSocket(transport: Transport): Promise<IStompSocket> {
  if (transport === 'websocket') {
    const url = new URL(withBasePath('/ws/websocket'), location.href)
    url.protocol = url.protocol.replace('http', 'ws')
    return new WebSocket(url, ['v12.stomp', 'v11.stomp', 'v10.stomp'])
  }
  const SockJS = await loadSockJs()
  // Its types know neither stompjs nor addEventListener, though it has both sides' methods.
  return new SockJS(withBasePath('/ws'), null, { transports: sockJsTransports[transport] })
}

function read(body: string): unknown {
  try {
    return parseLocalized(body)
  } catch {
    return undefined
  }
}

function configure(token: string, socket: IStompSocket): Client {
  return new Client({
    webSocketFactory: () => socket,
    connectHeaders: { 'X-XSRF-TOKEN': token },
    reconnectDelay: 0,
    reconnectTimeMode: ReconnectionTimeMode.LINEAR,
    heartbeatIncoming: beat,
    heartbeatOutgoing: beat,
    // A hidden page's own timers are throttled to one a minute; a worker's are not.
    heartbeatStrategy: typeof Worker === 'undefined' ? TickerStrategy.Interval : TickerStrategy.Worker,
    discardWebsocketOnCommFailure: true,
  })
}

export const openStompSocket: OpenStompSocket = async (transport, token, events) => {
  const socket = await openSocket(transport)
  let heard = performance.now()
  let receipts = 0
  ;(socket as unknown as EventTarget).addEventListener('message', () => (heard = performance.now()))
  const client = configure(token, socket)
  client.onConnect = () => events.connected()
  client.onStompError = (frame) => events.refused(frame.headers.code)
  client.onWebSocketClose = ({ code, wasClean }: CloseEvent) => {
    void client.deactivate({ force: true })
    // stompjs ends a silent socket with the same number, but not cleanly.
    events.closed(code === sessionOver && wasClean)
  }
  client.activate()
  // A socket that the server is closing still counts as connected, and a frame into it is an error in the console.
  const open = () => client.connected && socket.readyState === opened

  const subscribe: StompSocket['subscribe'] = (source, arrive, confirmed) => {
    if (!open()) return () => {}
    const receipt = `sub-${++receipts}`
    client.watchForReceipt(receipt, confirmed)
    const subscription = client.subscribe(source, (frame) => arrive(read(frame.body)), { receipt })
    return () => {
      if (open()) subscription.unsubscribe()
    }
  }

  return {
    subscribe,
    // Of all frames a SUBSCRIBE alone is sure to be answered.
    probe(answered) {
      const stop = subscribe(
        queues.errors,
        () => {},
        () => {
          stop()
          answered()
        },
      )
    },
    send(destination, body) {
      if (!open()) throw new Error('The socket is closing')
      const content = body === null ? {} : { body: JSON.stringify(body) }
      client.publish({ destination, headers: { 'content-type': 'application/json' }, ...content })
    },
    lastHeard: () => heard,
    close() {
      void client.deactivate({ force: !open() })
      // stompjs may not have taken it up yet.
      if (socket.readyState === connecting) socket.close()
    },
    drop: () => client.forceDisconnect(),
  }
}
