import { backoff } from './backoff'

const acknowledgedWithin = 5_000
const longestWait = 30_000

/** How often the message whose turn it is in each call has been sent, and when it is sent again. */
export class ResendTimers {
  private readonly counts = new Map<string, number>()
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>()

  /** It has been sent; `overdue` once an answer should have come. */
  sent(callId: string, overdue: () => void): void {
    const count = this.counts.get(callId) ?? 0
    this.counts.set(callId, count + 1)
    this.start(callId, Math.min(longestWait, acknowledgedWithin * 2 ** count), overdue)
  }

  /** It was refused for now. */
  refused(callId: string, again: () => void): void {
    this.start(callId, backoff((this.counts.get(callId) ?? 1) - 1), again)
  }

  /** Another message has its turn, or none. */
  forget(callId: string): void {
    clearTimeout(this.timers.get(callId))
    this.timers.delete(callId)
    this.counts.delete(callId)
  }

  private start(callId: string, wait: number, act: () => void): void {
    clearTimeout(this.timers.get(callId))
    this.timers.set(callId, setTimeout(act, wait))
  }
}
