import { backoff } from './backoff'

type Work = (signal: AbortSignal) => Promise<void>

/**
 * Work that has to succeed in the end: never twice at once, once more when it is asked for meanwhile, and tried
 * again after a failure, unless that is in vain.
 */
export class RetryingTask {
  private asked = false
  private failures = 0
  private running: Promise<void> | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private turn = new AbortController()

  constructor(
    private readonly work: Work,
    private readonly inVain: (failure: unknown) => boolean = () => false,
  ) {}

  /** Resolves when it has been tried; what has failed is tried again later by itself. */
  run(): Promise<void> {
    this.asked = true
    return (this.running ??= this.rounds(this.turn.signal))
  }

  /** Begins anew: what is still under way was asked over a connection that is gone, and may never be answered. */
  restart(): Promise<void> {
    this.stop()
    return this.run()
  }

  stop(): void {
    clearTimeout(this.timer)
    this.turn.abort()
    this.turn = new AbortController()
    this.asked = false
    this.running = undefined
  }

  private async rounds(turn: AbortSignal): Promise<void> {
    while (this.asked && !turn.aborted) {
      clearTimeout(this.timer)
      this.asked = false
      try {
        await this.work(turn)
        this.failures = 0
      } catch (failure) {
        if (!turn.aborted && !this.inVain(failure)) this.tryLater()
      }
    }
    if (!turn.aborted) this.running = undefined
  }

  private tryLater(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.run(), backoff(this.failures++))
  }
}
