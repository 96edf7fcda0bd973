import type { StompSocket } from './stompSocket'
import { unthrottledTimeout } from './unthrottledTimeout'

const lookEvery = 5_000
const doubtAfter = 20_000
const answerWithin = 4_000

/**
 * Whether the other side of a socket still lives. After 20 s of silence, or when something expected does not come, it
 * is asked for a sign of life and given 4 s; so the longest that a dead socket goes unnoticed is 29 s.
 */
export class Watchdog {
  private suspected = false
  private stopProbe: (() => void) | undefined
  private stopLooking: (() => void) | undefined

  constructor(
    private readonly socket: StompSocket,
    private readonly alive: () => void,
    private readonly dead: () => void,
  ) {
    this.look()
  }

  silence(): number {
    return performance.now() - this.socket.lastHeard()
  }

  check(): void {
    if (this.stopProbe) return
    this.stopProbe = unthrottledTimeout(answerWithin, () => {
      this.stopProbe = undefined
      if (this.silence() >= answerWithin) this.dead()
    })
    this.socket.probe(() => this.answered())
  }

  /** The device believes that there is no network. It may be wrong; the next look shows. */
  suspect(): void {
    this.suspected = true
  }

  stop(): void {
    this.stopProbe?.()
    this.stopLooking?.()
  }

  private answered(): void {
    if (!this.stopProbe) return
    this.stopProbe()
    this.stopProbe = undefined
    this.suspected = false
    this.alive()
  }

  private look(): void {
    this.stopLooking = unthrottledTimeout(lookEvery, () => {
      if (this.suspected || this.silence() >= doubtAfter) this.check()
      this.look()
    })
  }
}
