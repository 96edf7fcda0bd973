import { expect, type Page } from '@playwright/test'

import { atRest } from './atRest'

const widths = [360, 390, 768, 1280, 1920, 2560]
/** Where words of another language may be too long. */
const tightWidths = [360, 768, 1280]

/** Nothing reaches out of the page on its right, however wide it is. */
export async function tryWidths(page: Page, name: string, again: boolean): Promise<void> {
  const before = page.viewportSize()
  // A kiosk fills its screen at the press, and what fills the screen has one size.
  await page.evaluate(() => document.fullscreenElement && document.exitFullscreen())
  for (const width of again ? tightWidths : widths) {
    await page.setViewportSize({ width, height: width < 700 ? 780 : Math.round(width * 0.625) })
    await atRest(page)
    expect.soft(await tooWide(page), `${name}: wider than ${width} px`).toEqual([])
  }
  if (before) await page.setViewportSize(before)
}

/** The elements that reach out of the page on its right, if it can be moved sideways. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (Math.max(scrollWidth, document.body.scrollWidth) <= clientWidth) return []
    const wide = [...document.body.querySelectorAll('*')].filter(
      (each) => each.getBoundingClientRect().right > clientWidth + 1,
    )
    return [`${scrollWidth} of ${clientWidth}`, ...wide.map((each) => `${each.tagName}.${each.className}`)]
  })
}
