import type { BrowserContext, Page } from '@playwright/test'

interface Heard {
  strikes: number[]
}

/** Hears when a page's bell is struck: what Web Audio is told to sound, and only while it really can. */
export async function putEarsOn(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const heard: Heard = { strikes: [] }
    Object.assign(window, { heard })
    const start = Reflect.get<typeof OscillatorNode.prototype, 'start'>(OscillatorNode.prototype, 'start')
    OscillatorNode.prototype.start = function (when?: number) {
      if (this.context.state === 'running') heard.strikes.push(Date.now())
      start.call(this, when)
    }
  })
}

/** How many tones this page has sounded since. */
export const tonesSince = (page: Page, since: number) =>
  page.evaluate(
    (from) => (window as unknown as { heard: Heard }).heard.strikes.filter((at) => at >= from).length,
    since,
  )

/** When this page sounded its first tone since, or nothing. */
export const firstToneSince = (page: Page, since: number) =>
  page.evaluate(
    (from) => (window as unknown as { heard: Heard }).heard.strikes.find((at) => at >= from) ?? null,
    since,
  )

/**
 * From the next load on the page may sound only once somebody has clicked in it, as browsers have it. They would let
 * it here: each evaluation by the test counts as a gesture.
 */
export async function muzzle(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let clicked = false
    addEventListener('click', (event) => (clicked ||= event.isTrusted), true)
    const resume = Reflect.get<typeof AudioContext.prototype, 'resume'>(AudioContext.prototype, 'resume')
    AudioContext.prototype.resume = function () {
      return clicked ? resume.call(this) : new Promise(() => {})
    }
    const state = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, 'state')
    Object.defineProperty(AudioContext.prototype, 'state', {
      get(this: AudioContext) {
        return clicked ? (state?.get?.call(this) as AudioContextState) : 'suspended'
      },
    })
  })
}
