import type { Page } from '@playwright/test'

/** Colours that still change would be measured halfway; what moves without end or is held never gets there. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    const moving = async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      return document
        .getAnimations()
        .filter(
          ({ effect, playState }) => playState === 'running' && effect?.getTiming().iterations !== Infinity,
        )
    }
    // What inherits a colour may begin to change only when that has.
    for (let all = await moving(); all.length > 0; all = await moving()) {
      await Promise.allSettled(all.map(({ finished }) => finished))
    }
  })
}
