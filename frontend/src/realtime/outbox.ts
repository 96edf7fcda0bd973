import type { ProblemCode } from '@/api/problem'
import { serverNow } from '@/api/serverClock'
import { randomId } from '@/utils/randomId'

import type { OutboxStorage, OutgoingMessage } from './outboxStorage'
import { ResendTimers } from './resendTimers'

export interface Way {
  /** False when there is no connection. */
  send(callId: string, message: { clientId: string; contents: string }): boolean
  /** No answer came: the socket may be dead. */
  doubt(): void
}

const databasePatience = 2_000

/** Refusals that another try can turn into a yes; the message stays on its way. */
const passing: ReadonlySet<ProblemCode> = new Set(['UNAVAILABLE', 'RATE_LIMITED'])

/**
 * Our chat messages until the server has them: kept before they are sent, and sent again after each reconnect, a
 * passing refusal, or silence. The same clientId twice is stored once, so sending again is safe. Of each call one
 * message is on its way at a time: were the first of several refused, the others would be stored before it.
 */
export class Outbox {
  private messages: OutgoingMessage[] = []
  private owner = ''
  private position = 0
  private readonly tries = new ResendTimers()

  constructor(
    private readonly storage: Promise<OutboxStorage>,
    private readonly way: Way,
    private readonly changed: (messages: readonly OutgoingMessage[]) => void,
    private readonly nextId: () => string = randomId,
    private readonly now = serverNow,
  ) {}

  /** Takes up what this person left unsent, e.g. before a reload. A database that hangs must not hold us up. */
  async restore(owner: string): Promise<void> {
    this.owner = owner
    void this.keep((storage) => storage.removeOthers(owner))
    const kept = await Promise.race([
      this.keep((storage) => storage.all(owner)),
      new Promise<undefined>((enough) => setTimeout(enough, databasePatience)),
    ])
    if (this.owner !== owner || !kept) return
    const known = new Set(this.messages.map((each) => each.clientId))
    this.messages = [...kept.filter((each) => !known.has(each.clientId)), ...this.messages].sort(
      (a, b) => a.createdAt - b.createdAt || a.position - b.position,
    )
    this.position = Math.max(this.position, ...this.messages.map((each) => each.position))
    this.tell()
  }

  add(callId: string, contents: string): OutgoingMessage {
    const message: OutgoingMessage = {
      clientId: this.nextId(),
      callId,
      owner: this.owner,
      contents,
      createdAt: this.now(),
      position: ++this.position,
      state: 'sending',
      code: null,
    }
    this.messages.push(message)
    this.tell()
    // Sent at once, not after the write: at a desk every tick counts, and a reload in between is rare.
    void this.keep((storage) => storage.put({ ...message }))
    if (this.next(callId) === message) this.post(callId)
    return message
  }

  acknowledge(clientId: string): void {
    this.remove((each) => each.clientId === clientId)
  }

  /** True when the refusal was about a message of ours. */
  refuse(clientId: string, code: ProblemCode): boolean {
    const message = this.messages.find((each) => each.clientId === clientId)
    if (!message) return false
    const { callId } = message
    if (!passing.has(code)) this.update(message, 'failed', code)
    else if (this.next(callId) === message) this.tries.refused(callId, () => this.post(callId))
    return true
  }

  retry(clientId: string): void {
    const message = this.messages.find((each) => each.clientId === clientId)
    if (message) this.update(message, 'sending', null)
  }

  /** Sends again what has not been acknowledged, each call's first. */
  flush(): void {
    new Set(this.messages.map((each) => each.callId)).forEach((callId) => this.advance(callId))
  }

  clear(callId: string): void {
    this.remove((each) => each.callId === callId)
  }

  clearAll(): void {
    this.remove(() => true)
    this.owner = ''
    void this.keep((storage) => storage.removeAll())
  }

  private next(callId: string): OutgoingMessage | undefined {
    return this.messages.find((each) => each.callId === callId && each.state === 'sending')
  }

  private post(callId: string): void {
    const message = this.next(callId)
    if (!message || !this.way.send(callId, { clientId: message.clientId, contents: message.contents })) return
    this.tries.sent(callId, () => {
      this.way.doubt()
      this.post(callId)
    })
  }

  /** The next one's turn, without the tries of the one before. */
  private advance(callId: string): void {
    this.tries.forget(callId)
    this.post(callId)
  }

  private update(message: OutgoingMessage, state: OutgoingMessage['state'], code: ProblemCode | null): void {
    message.state = state
    message.code = code
    void this.keep((storage) => storage.put({ ...message }))
    this.tell()
    this.advance(message.callId)
  }

  private remove(gone: (message: OutgoingMessage) => boolean): void {
    const removed = this.messages.filter(gone)
    if (removed.length === 0) return
    const calls = new Set(
      removed.filter((each) => this.next(each.callId) === each).map((each) => each.callId),
    )
    this.messages = this.messages.filter((each) => !gone(each))
    void this.keep((storage) => storage.remove(removed.map((each) => each.clientId)))
    this.tell()
    calls.forEach((callId) => this.advance(callId))
  }

  private tell(): void {
    this.changed(this.messages.map((each) => ({ ...each })))
  }

  /** A full or closed database must not stop a message from being sent. */
  private async keep<T>(act: (storage: OutboxStorage) => Promise<T>): Promise<T | undefined> {
    try {
      return await act(await this.storage)
    } catch {
      return undefined
    }
  }
}
