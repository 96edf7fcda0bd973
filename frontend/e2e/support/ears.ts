import type { BrowserContext, Page } from '@playwright/test'

interface Heard {
  strikes: number[]
}

/** Hears when a page's bell is struck: what Web Audio is told to sound, and only while it really can. */
export async function putEarsOn(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const heard: Heard = { strikes: [] }
    Object.assign(window, { heard })
    const start = OscillatorNode.prototype.start
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
