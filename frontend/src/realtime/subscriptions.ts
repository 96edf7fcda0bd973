import type { StompSocket } from './stompSocket'

type Handler = (body: unknown) => void

const confirmWithin = 3_000

/**
 * The subscriptions that outlive connections. After each of them is confirmed by its receipt, `settled` is called:
 * what is fetched then misses nothing that is sent later. It is also called when 3 s have passed, as not every
 * broker answers, and once more should the last receipt come after that.
 */
export class Subscriptions {
  private readonly handlers = new Map<string, Set<Handler>>()
  private readonly stops = new Map<string, () => void>()
  private readonly unconfirmed = new Set<string>()
  private socket: StompSocket | undefined
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly settled: () => void) {}

  add(source: string, handler: Handler): () => void {
    const handlers = this.handlers.get(source) ?? new Set()
    handlers.add(handler)
    this.handlers.set(source, handlers)
    if (this.socket && handlers.size === 1) {
      this.request(source)
      this.awaitConfirmation()
    }
    return () => this.remove(source, handler)
  }

  attach(socket: StompSocket): void {
    this.detach()
    this.socket = socket
    for (const source of this.handlers.keys()) this.request(source)
    this.awaitConfirmation()
  }

  detach(): void {
    clearTimeout(this.timer)
    this.socket = undefined
    this.stops.clear()
    this.unconfirmed.clear()
  }

  private remove(source: string, handler: Handler): void {
    const handlers = this.handlers.get(source)
    handlers?.delete(handler)
    if (!handlers || handlers.size > 0) return
    this.handlers.delete(source)
    this.stops.get(source)?.()
    this.stops.delete(source)
    if (this.unconfirmed.has(source)) this.confirmed(source)
  }

  private request(source: string): void {
    const socket = this.socket
    if (!socket) return
    this.unconfirmed.add(source)
    const arrive = (body: unknown) => {
      // What a socket says after its end belongs to nobody who subscribes now.
      if (body !== undefined && this.socket === socket)
        this.handlers.get(source)?.forEach((handle) => handle(body))
    }
    const confirmed = () => {
      if (this.socket === socket) this.confirmed(source)
    }
    this.stops.set(source, socket.subscribe(source, arrive, confirmed))
  }

  private awaitConfirmation(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(this.settled, this.unconfirmed.size > 0 ? confirmWithin : 0)
  }

  private confirmed(source: string): void {
    if (!this.unconfirmed.delete(source) || this.unconfirmed.size > 0) return
    clearTimeout(this.timer)
    this.settled()
  }
}
