import type { ProblemCode } from '@/api/problem'
import { newId } from '@/composables/newId'

import type { OutboxStorage, OutgoingMessage } from './outboxStorage'

type Send = (callId: string, message: { clientId: string; contents: string }) => boolean

const acknowledgedWithin = 15_000

/** Refusals that another try can turn into a yes; the message stays on its way. */
const passing: ReadonlySet<ProblemCode> = new Set(['UNAVAILABLE'])

/**
 * Our chat messages until the server has them: kept before they are sent, sent again in order after each
 * reconnect or when no acknowledgement comes. The same clientId twice is stored once, so sending again is safe.
 */
export class Outbox {
  private messages: OutgoingMessage[] = []
  private owner = ''
  private position = 0
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>()

  constructor(
    private readonly storage: Promise<OutboxStorage>,
    private readonly send: Send,
    private readonly changed: (messages: readonly OutgoingMessage[]) => void,
    private readonly nextId: () => string = newId,
    private readonly now: () => number = Date.now,
  ) {}

  /** Takes up what this person left unsent, e.g. before a reload. */
  async restore(owner: string): Promise<void> {
    this.owner = owner
    const kept = await this.keep((storage) => storage.all(owner))
    if (this.owner !== owner) return
    const known = new Set(this.messages.map((each) => each.clientId))
    this.messages = [...(kept ?? []).filter((each) => !known.has(each.clientId)), ...this.messages].sort(
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
    this.post(message)
    return message
  }

  acknowledge(clientId: string): void {
    this.remove((each) => each.clientId === clientId)
  }

  /** True when the refusal was about a message of ours. */
  refuse(clientId: string, code: ProblemCode): boolean {
    const message = this.messages.find((each) => each.clientId === clientId)
    if (!message) return false
    if (passing.has(code)) return true
    this.update(message, 'failed', code)
    return true
  }

  retry(clientId: string): void {
    const message = this.messages.find((each) => each.clientId === clientId)
    if (!message) return
    this.update(message, 'sending', null)
    this.post(message)
  }

  /** Sends again, in order, what has not been acknowledged. */
  flush(callId?: string): void {
    for (const each of this.messages) {
      if (each.state === 'sending' && (callId === undefined || each.callId === callId)) this.post(each)
    }
  }

  clear(callId: string): void {
    this.remove((each) => each.callId === callId)
  }

  clearAll(): void {
    this.remove(() => true)
    this.owner = ''
    void this.keep((storage) => storage.removeAll())
  }

  private post(message: OutgoingMessage): void {
    const { clientId, callId, contents } = message
    if (this.send(callId, { clientId, contents })) this.expectAcknowledgement(callId)
  }

  private expectAcknowledgement(callId: string): void {
    clearTimeout(this.timers.get(callId))
    this.timers.set(
      callId,
      setTimeout(() => this.flush(callId), acknowledgedWithin),
    )
  }

  private update(message: OutgoingMessage, state: OutgoingMessage['state'], code: ProblemCode | null): void {
    message.state = state
    message.code = code
    void this.keep((storage) => storage.put({ ...message }))
    this.tell()
  }

  private remove(gone: (message: OutgoingMessage) => boolean): void {
    const removed = this.messages.filter(gone)
    if (removed.length === 0) return
    this.messages = this.messages.filter((each) => !gone(each))
    for (const callId of new Set(removed.map((each) => each.callId))) {
      if (this.messages.some((each) => each.callId === callId)) continue
      clearTimeout(this.timers.get(callId))
      this.timers.delete(callId)
    }
    void this.keep((storage) => storage.remove(removed.map((each) => each.clientId)))
    this.tell()
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
