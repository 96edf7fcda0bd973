export type Transport = 'websocket' | 'sockjs'

const failuresAllowed = 2
const sockJsFor = 10 * 60_000

/**
 * Which way to try next. Native first; where it fails twice without ever opening, something in between does not
 * let WebSockets through, so SockJS takes over. It keeps its turn while it works, and native is tried again later.
 */
export class Transports {
  private nativeOpened = false
  private failures = 0
  private sockJsSince: number | undefined

  constructor(private readonly now: () => number = Date.now) {}

  next(): Transport {
    if (this.nativeOpened) return 'websocket'
    if (this.sockJsSince !== undefined) {
      if (this.now() - this.sockJsSince < sockJsFor) return 'sockjs'
      this.sockJsSince = undefined
      this.failures = failuresAllowed - 1
    }
    return this.failures < failuresAllowed ? 'websocket' : 'sockjs'
  }

  opened(transport: Transport): void {
    if (transport === 'websocket') this.nativeOpened = true
    else this.sockJsSince ??= this.now()
  }

  /** Closed before it had ever opened. */
  failed(transport: Transport): void {
    if (transport === 'websocket') this.failures++
    else {
      this.failures = 0
      this.sockJsSince = undefined
    }
  }
}
