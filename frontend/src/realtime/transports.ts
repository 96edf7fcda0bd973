export type Transport = 'websocket' | 'sockjs'

const failuresAllowed = 2
const failuresAllowedOnceOpened = 8
const sockJsFor = 10 * 60_000

/**
 * Which way to try next. Native first; where it fails twice without ever opening, something in between does not
 * let WebSockets through, so SockJS takes over. Where it had opened before, it is rather the server that is away:
 * only after more failures may it be another network. SockJS keeps its turn while it works, and native is tried
 * again later.
 */
export class Transports {
  private nativeOpened = false
  private failures = 0
  private sockJsSince: number | undefined

  constructor(private readonly now: () => number = Date.now) {}

  next(): Transport {
    if (this.sockJsSince !== undefined) {
      if (this.now() - this.sockJsSince < sockJsFor) return 'sockjs'
      this.sockJsSince = undefined
      this.failures = this.allowed() - 1
    }
    return this.failures < this.allowed() ? 'websocket' : 'sockjs'
  }

  opened(transport: Transport): void {
    if (transport === 'websocket') {
      this.nativeOpened = true
      this.failures = 0
    } else this.sockJsSince ??= this.now()
  }

  /** Closed before it had ever opened. */
  failed(transport: Transport): void {
    if (transport === 'websocket') this.failures++
    else {
      this.failures = 0
      this.sockJsSince = undefined
    }
  }

  private allowed(): number {
    return this.nativeOpened ? failuresAllowedOnceOpened : failuresAllowed
  }
}
