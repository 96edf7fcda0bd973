import { readonly, ref } from 'vue'

export type Pattern = 'test' | 'ring' | 'late'

/** Each partial of a struck bell: times the pitch, how loud, and how long it sounds. */
const partials = [
  { ratio: 1, level: 1, seconds: 1.5 },
  { ratio: 2.01, level: 0.42, seconds: 1 },
  { ratio: 2.99, level: 0.2, seconds: 0.6 },
  { ratio: 4.18, level: 0.1, seconds: 0.35 },
]

/** Strikes as seconds and pitch in hertz. Late is louder, higher and without a rest. */
const patterns: Record<Pattern, { loudness: number; strikes: [number, number][] }> = {
  test: { loudness: 0.45, strikes: [[0, 784], [0.2, 1047]] }, // prettier-ignore
  ring: { loudness: 0.6, strikes: [[0, 880], [0.22, 1175], [1, 880], [1.22, 1175]] }, // prettier-ignore
  late: {
    loudness: 1,
    strikes: [[0, 988], [0.16, 1319], [0.32, 1568], [0.8, 988], [0.96, 1319], [1.12, 1568], [1.6, 988], [1.76, 1319], [1.92, 1568]], // prettier-ignore
  },
}

/** The bell, made by Web Audio. It can be heard once the browser has seen somebody click. */
export class Bell {
  private readonly heard = ref(false)
  readonly audible = readonly(this.heard)
  private context: AudioContext | undefined
  private master: AudioNode | undefined
  private current: GainNode | undefined

  constructor(private readonly create: () => AudioContext = () => new AudioContext()) {}

  /** Must run inside a click or key press, unless the page has had one already. */
  async unlock(): Promise<boolean> {
    try {
      this.context ??= this.open()
      if (this.context.state !== 'running') await this.context.resume()
    } catch {
      // No sound device, or the browser still refuses: the page says so in red.
    }
    return this.look()
  }

  strike(pattern: Pattern): void {
    if (!this.context || !this.master || !this.look()) return
    this.hush()
    const { loudness, strikes } = patterns[pattern]
    const start = this.context.currentTime + 0.02
    this.current = this.context.createGain()
    this.current.gain.value = loudness
    this.current.connect(this.master)
    for (const [at, pitch] of strikes) this.sound(this.context, this.current, start + at, pitch)
  }

  /** Ends what still sounds, softly enough not to click. */
  hush(): void {
    if (this.context) this.current?.gain.setTargetAtTime(0, this.context.currentTime, 0.03)
    this.current = undefined
  }

  close(): void {
    this.hush()
    void this.context?.close().catch(() => {})
    this.context = this.master = undefined
    this.heard.value = false
  }

  private open(): AudioContext {
    const context = this.create()
    // Several strikes at once would distort without it.
    const limiter = context.createDynamicsCompressor()
    limiter.connect(context.destination)
    this.master = limiter
    context.onstatechange = () => this.look()
    return context
  }

  private look(): boolean {
    return (this.heard.value = this.context?.state === 'running')
  }

  private sound(context: AudioContext, out: AudioNode, at: number, pitch: number): void {
    for (const { ratio, level, seconds } of partials) {
      const tone = context.createOscillator()
      const fade = context.createGain()
      tone.frequency.value = pitch * ratio
      fade.gain.setValueAtTime(0.0001, at)
      fade.gain.exponentialRampToValueAtTime(level * 0.5, at + 0.006)
      fade.gain.exponentialRampToValueAtTime(0.0001, at + seconds)
      tone.connect(fade).connect(out)
      tone.start(at)
      tone.stop(at + seconds + 0.05)
    }
  }
}
