import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const shots = new URL('../.artifacts/shots/', import.meta.url).pathname
const pictures = new URL('../../../docs/images/', import.meta.url).pathname

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const themes = ['light', 'dark'] as const
const widths = [360, 390, 768, 1280, 1920, 2560]
/** Where words of another language may be too long. */
const tightWidths = [360, 768, 1280]

/** Looks at what stands on the page now, in both themes; `narrow` tries it at other widths as well. */
export async function look(page: Page, name: string, language: string, narrow = true): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await expect(page).toHaveTitle(/\S/)
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme })
    await atRest(page)
    await page.screenshot({ path: `${shots}${name}-${language}-${theme}.png` })
    const found = theme === 'light' ? await violations(page) : await unreadable(page, language)
    expect.soft(found, `${name}, ${language}, ${theme}: axe`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
  if (narrow) await tryWidths(page, `${name}, ${language}`, language === 'ko' ? widths : tightWidths)
}

/** One of the README's pictures, only when they are asked for. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.DESKBELL_PICTURES) return
  await atRest(page)
  await page.screenshot({ path: `${pictures}${name}.png` })
}

async function tryWidths(page: Page, name: string, widths: readonly number[]): Promise<void> {
  const before = page.viewportSize()
  // A kiosk fills its screen at the press, and what fills the screen has one size.
  await page.evaluate(() => document.fullscreenElement && document.exitFullscreen())
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 700 ? 780 : Math.round(width * 0.625) })
    await atRest(page)
    expect.soft(await tooWide(page), `${name}: wider than ${width} px`).toEqual([])
  }
  if (before) await page.setViewportSize(before)
}

/** Colours that still change would be measured halfway; what moves without end never rests. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    const moving = async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      return document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
    }
    // What inherits a colour may begin to change only when that has.
    for (let all = await moving(); all.length > 0; all = await moving()) {
      await Promise.allSettled(all.map(({ finished }) => finished))
    }
  })
}

const violations = (page: Page) => analyze(new AxeBuilder({ page }).withTags(standards))

/** All that another theme changes is colours, and those are the same in every language. */
const unreadable = async (page: Page, language: string) =>
  language === 'ko' ? analyze(new AxeBuilder({ page }).withRules(['color-contrast'])) : []

async function analyze(builder: AxeBuilder): Promise<string[]> {
  const found = await builder.setLegacyMode().analyze()
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
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
