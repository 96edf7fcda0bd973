import { beforeEach, expect, it, vi } from 'vitest'

import { openStompSocket, type StompEvents } from './stompSocket'

vi.mock('./loadSockJs', () => ({ loadSockJs: () => Promise.resolve(FakeSocket) }))

/** A WebSocket whose other side is the spec, in STOMP's own words. */
class FakeSocket extends EventTarget {
  static readonly OPEN = 1
  static last: FakeSocket
  readonly sent: string[] = []
  readyState = 0
  onopen?: () => void
  onmessage?: (event: { data: string }) => void
  onclose?: (event: unknown) => void

  constructor(readonly url: URL) {
    super()
    FakeSocket.last = this
  }
  send(frame: string): void {
    this.sent.push(frame)
  }
  close(code = 1000): void {
    this.readyState = 3
    this.onclose?.({ code, wasClean: true })
  }
  open(): void {
    this.readyState = 1
    this.onopen?.()
  }
  frame(command: string, headers: Record<string, string>, body = ''): void {
    const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}`)
    const data = `${[command, ...lines].join('\n')}\n\n${body}\0`
    this.dispatchEvent(new MessageEvent('message', { data }))
    this.onmessage?.({ data })
  }
  header(command: string, name: string): string | undefined {
    const frame = this.sent.find((each) => each.startsWith(command))
    return new RegExp(`^${name}:(.*)$`, 'm').exec(frame ?? '')?.[1]
  }
}

const events = { connected: vi.fn(), closed: vi.fn(), refused: vi.fn() } satisfies StompEvents

async function connect() {
  const stomp = await openStompSocket('websocket', 'raw-token', events)
  await vi.waitFor(() => expect(FakeSocket.last).toBeDefined())
  const socket = FakeSocket.last
  socket.open()
  socket.frame('CONNECTED', { version: '1.2', 'heart-beat': '0,0' })
  return { stomp, socket }
}

beforeEach(() => {
  vi.stubGlobal('WebSocket', FakeSocket)
  Object.values(events).forEach((each) => each.mockReset())
})

it('connects natively with the token', async () => {
  const { socket } = await connect()
  expect(socket.url.href).toBe('ws://localhost:3000/ws/websocket')
  expect(socket.header('CONNECT', 'X-XSRF-TOKEN')).toBe('raw-token')
  expect(events.connected).toHaveBeenCalledOnce()
})

it('needs nothing of WebSocket where SockJS carries it', async () => {
  vi.stubGlobal('WebSocket', undefined)
  const stomp = await openStompSocket('sockjs', 'raw-token', events)
  const socket = FakeSocket.last
  socket.open()
  socket.frame('CONNECTED', { version: '1.2', 'heart-beat': '0,0' })
  stomp.send('/app/presence', { state: 'AWAY' })
  expect(socket.sent.at(-1)).toContain('{"state":"AWAY"}')
})

it('fails where there is no WebSocket, or none may be opened', async () => {
  vi.stubGlobal('WebSocket', undefined)
  await expect(openStompSocket('websocket', 'raw-token', events)).rejects.toThrow()
  vi.stubGlobal('WebSocket', function refuse() {
    throw new DOMException('not allowed', 'SecurityError')
  })
  await expect(openStompSocket('websocket', 'raw-token', events)).rejects.toThrow('not allowed')
})

it('asks for a receipt and hands bodies over as objects', async () => {
  const { stomp, socket } = await connect()
  const arrived = vi.fn()
  const confirmed = vi.fn()
  stomp.subscribe('/user/queue/notes', arrived, confirmed)
  socket.frame('RECEIPT', { 'receipt-id': socket.header('SUBSCRIBE', 'receipt') ?? '' })
  expect(confirmed).toHaveBeenCalledOnce()
  const subscription = socket.header('SUBSCRIBE', 'id') ?? ''
  const headers = { subscription, 'message-id': '1', destination: '/user/queue/notes' }
  socket.frame('MESSAGE', headers, '{"id":"n1"}')
  expect(arrived).toHaveBeenCalledWith({ id: 'n1' })
})

it('sends JSON and says so', async () => {
  const { stomp, socket } = await connect()
  stomp.send('/app/presence', { state: 'AWAY' })
  expect(socket.header('SEND', 'content-type')).toBe('application/json')
  expect(socket.sent.at(-1)).toContain('{"state":"AWAY"}')
})

it('tells a refusal and its end once, and does not come back by itself', async () => {
  const { socket } = await connect()
  socket.frame('ERROR', { message: 'denied', code: 'FORBIDDEN' })
  socket.close()
  await vi.waitFor(() => expect(events.closed).toHaveBeenCalledExactlyOnceWith(false))
  expect(events.refused).toHaveBeenCalledExactlyOnceWith('FORBIDDEN')
  expect(FakeSocket.last).toBe(socket)
})

it('knows an end of the session from a stomp given up', async () => {
  const { socket } = await connect()
  socket.close(4001)
  expect(events.closed).toHaveBeenLastCalledWith(true)
  const { stomp } = await connect()
  stomp.drop()
  expect(events.closed).toHaveBeenLastCalledWith(false)
})

it('gets a sign of life by a subscription that it ends again', async () => {
  const { stomp, socket } = await connect()
  const answered = vi.fn()
  stomp.probe(answered)
  expect(answered).not.toHaveBeenCalled()
  socket.frame('RECEIPT', { 'receipt-id': socket.header('SUBSCRIBE', 'receipt') ?? '' })
  expect(answered).toHaveBeenCalledOnce()
  expect(socket.header('UNSUBSCRIBE', 'id')).toBe(socket.header('SUBSCRIBE', 'id'))
})

it('sends nothing into a socket that is closing', async () => {
  const { stomp, socket } = await connect()
  const before = socket.sent.length
  socket.readyState = 2
  stomp.subscribe(
    '/user/queue/notes',
    () => {},
    () => {},
  )
  stomp.probe(() => {})
  expect(() => stomp.send('/app/presence', { state: 'AWAY' })).toThrow()
  expect(socket.sent).toHaveLength(before)
})
