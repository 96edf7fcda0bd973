import type { Locator, Page } from '@playwright/test'

import { atRest } from './atRest'

/** Whatever can be pressed or filled in, and has no line of its own or around it. */
export function shapeless(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hasLine = (each: Element) => {
      const style = getComputedStyle(each)
      const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0
      return outlined || Number.parseFloat(style.borderTopWidth) > 0
    }
    const controls = [...document.querySelectorAll('button, .v-btn, select, input, textarea, .count, .chip')]
    return controls
      .filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 1)
      .filter((each) => !/^(radio|checkbox)$/.test(each.getAttribute('type') ?? ''))
      .filter((each) => {
        const around = each.parentElement
        const parts = [...each.children].flatMap((part) => [part, ...part.children])
        return ![each, around, around?.parentElement, ...parts].some((box) => box && hasLine(box))
      })
      .map((each) => `${each.tagName} ${each.className}: ${each.textContent?.trim().slice(0, 30)}`)
  })
}

/** The words on the page that do not become twice as large with the browser's letters, or have no room then. */
export async function notTwiceAsLarge(page: Page): Promise<string[]> {
  const before = await page.evaluate(measure)
  const style = await page.addStyleTag({ content: 'html { font-size: 200% !important }' })
  await atRest(page)
  const after = await page.evaluate(measure)
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : []
  })
  await style.evaluate((each) => (each as Element).remove())
  await atRest(page)
  const small = before.flatMap(({ words, size }, place) => {
    const now = after[place]
    return now && now.words === words && now.size < 1.95 * size ? [`${words}: ${size} → ${now.size} px`] : []
  })
  return [...small, ...after.filter((each) => each.cut).map((each) => `cut: ${each.words}`), ...wide]
}

function measure() {
  return [...document.querySelectorAll('body *')]
    .filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 1)
    .filter((each) =>
      [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
    )
    .map((each) => {
      const button = each.closest('button, .v-btn')
      return {
        words: (each.textContent ?? '').trim().slice(0, 30),
        size: Number.parseFloat(getComputedStyle(each).fontSize),
        cut: button !== null && button.scrollHeight > button.clientHeight + 2,
      }
    })
}

/** In the colours that the browser has for a selection, whatever the page would give it. */
export function looksChosen(what: Locator): Promise<boolean> {
  return what.evaluate((each) => {
    const swatch = document.createElement('i')
    swatch.style.cssText = 'background: Highlight; color: HighlightText; forced-color-adjust: none'
    document.body.append(swatch)
    const [is, should] = [each, swatch].map((one) => {
      const { backgroundColor, color } = getComputedStyle(one)
      return `${backgroundColor} ${color}`
    })
    swatch.remove()
    return is === should
  })
}
