/** A bare WebSocket, SockJS by whatever it finds to work, SockJS by requests that are each answered whole. */
export type Transport = 'websocket' | 'sockjs' | 'polling'

const failuresAllowed = 2
const failuresAllowedOnceOpened = 8
/** To wait in vain costs seconds, and what does not exist at all will not exist the next time. */
const hopeless = 4
const sockJsFor = 10 * 60_000

/**
 * Which way to try next. Native first; where it fails twice without ever opening, something in between does not
 * let WebSockets through, so SockJS takes over, at once where nothing came at all. Where it had opened before, it is
 * rather the server that is away: only after more failures may it be another network. SockJS keeps its turn while it
 * works, and native is tried again later.
 */
export class Transports {
  private nativeOpened = false
  private failures = 0
  private sockJs: 'sockjs' | 'polling' = 'sockjs'
  private sockJsSince: number | undefined

  constructor(private readonly now = () => performance.now()) {}

  next(): Transport {
    if (this.sockJsSince !== undefined) {
      if (this.now() - this.sockJsSince < sockJsFor) return this.sockJs
      this.sockJsSince = undefined
      this.failures = this.allowed() - 1
    }
    return this.failures < this.allowed() ? 'websocket' : this.sockJs
  }

  opened(transport: Transport): void {
    if (transport === 'websocket') {
      this.nativeOpened = true
      this.failures = 0
    } else this.sockJsSince ??= this.now()
  }

  /** Ended before it was of any use. `silent`: nothing came, not even a refusal. */
  failed(transport: Transport, silent = false): void {
    if (transport === 'websocket') this.failures += silent ? hopeless : 1
    else {
      this.sockJsSince = undefined
      // A proxy that holds an answer back until it is whole lets short ones through.
      const streamed = transport === 'sockjs' && silent
      this.sockJs = streamed ? 'polling' : 'sockjs'
      if (!streamed) this.failures = 0
    }
  }

  private allowed(): number {
    return this.nativeOpened ? failuresAllowedOnceOpened : failuresAllowed
  }
}
