import { ApiProblem } from '@/api/problem'
import type { Message, Messages } from '@/api/types'
import type { OpenStompSocket, StompEvents } from '@/realtime/stompSocket'

import { message } from './samples'

/** How much of what is asked is refused or fails. */
const trouble = 0.25

interface Line {
  events: StompEvents
  sources: Map<string, (body: unknown) => void>
  open: boolean
}

/** Numbers that look random and are the same in each run. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * A server that keeps its word (what is stored stays, once, in order) behind a network that does not: frames take
 * their time and are lost with their connection, answers fail, and the whole of it may be away for a while.
 */
export class UnreliableServer {
  readonly stored: Message[] = []
  up = true
  /** How many copies never arrive, though the line holds. */
  loss = 0.2
  private readonly lines = new Set<Line>()

  constructor(private readonly random: () => number) {}

  readonly openStompSocket: OpenStompSocket = (_transport, _token, events) => {
    const line: Line = { events, sources: new Map(), open: true }
    this.lines.add(line)
    this.later(() => (this.up ? line.open && events.connected() : this.end(line)))
    return Promise.resolve({
      subscribe: (source, arrive, confirmed) => {
        this.over(line, () => {
          line.sources.set(source, arrive)
          this.over(line, confirmed)
        })
        return () => line.sources.delete(source)
      },
      send: (_target, body) => this.over(line, () => this.take(line, body as { clientId: string })),
      lastHeard: () => (line.open ? performance.now() : 0),
      probe: (answered) => this.over(line, answered),
      close: () => this.lines.delete(line),
      drop: () => this.lines.delete(line),
    })
  }

  /** What the other side says. */
  say(contents: string): void {
    this.store({ username: 'seoul.guide1', clientId: contents, contents })
  }

  dropConnections(): void {
    this.lines.forEach((line) => this.end(line))
  }

  async history(after: number): Promise<Required<Messages>> {
    const items = this.stored.slice(after)
    await new Promise<void>((answer) => this.later(answer))
    if (!this.up || this.random() < trouble) throw ApiProblem.unreachable()
    return { items, read: {} }
  }

  private take(line: Line, said: { clientId: string; contents?: string }): void {
    if (!this.up || said.contents === undefined) return
    const known = this.stored.find((each) => each.clientId === said.clientId)
    if (known) this.deliver(known)
    else if (this.random() < trouble) this.refuse(line, said.clientId)
    else this.store({ username: 'desk:seoul-1', ...said })
  }

  private refuse(line: Line, ref: string): void {
    const code = this.random() < 0.5 ? 'RATE_LIMITED' : 'UNAVAILABLE'
    this.over(line, () => line.sources.get('/user/queue/errors')?.({ code, detail: '', ref }))
  }

  private store(said: Partial<Message>): void {
    this.deliver(this.stored[this.stored.push(message(this.stored.length + 1, said)) - 1] as Message)
  }

  private deliver(copy: Message): void {
    for (const line of this.lines) {
      if (this.random() < this.loss) continue
      this.over(line, () => line.sources.get('/user/queue/messages')?.(copy))
    }
  }

  private end(line: Line): void {
    this.lines.delete(line)
    line.open = false
    line.events.closed(false)
  }

  /** In order, as long as the line holds. */
  private over(line: Line, arrive: () => void): void {
    setTimeout(() => line.open && arrive(), 20)
  }

  private later(act: () => void): void {
    setTimeout(act, 5 + this.random() * 300)
  }
}
