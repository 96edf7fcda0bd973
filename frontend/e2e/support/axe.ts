import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

// A selector of every node that keeps to a rule is most of the work, and nobody reads them.
const resultTypes = ['violations' as const]

/** Without `colours`, all rules but the one that another language does not touch. */
export const violations = (page: Page, { colours }: { colours: boolean }) =>
  analyze(page, {
    runOnly: { type: 'tag', values: standards },
    rules: { 'color-contrast': { enabled: colours } },
    resultTypes,
  })

/** All that another theme changes is colours. */
export const unreadable = (page: Page) =>
  analyze(page, { runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes })

type Options = Parameters<AxeBuilder['options']>[0]

async function analyze(page: Page, options: Options): Promise<string[]> {
  const read = async () => (await builder(page)).options(options).setLegacyMode().analyze()
  let still = await watchClasses(page)
  let found = await read()
  // A board on which somebody else begins to ring was read half before and half after that.
  while (!(await still()) && found.violations.length > 0) {
    still = await watchClasses(page)
    found = await read()
  }
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}

/** It would read half a megabyte of axe into the page twice for each analysis; once for each page is enough. */
async function builder(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => 'axe' in window)
  return isThere ? new AxeBuilder({ page, axeSource: 'void axe' }) : new AxeBuilder({ page })
}

/** Whether nothing on the page has got another class since. */
async function watchClasses(page: Page): Promise<() => Promise<boolean>> {
  const observer = await page.evaluateHandle(() => {
    const seen = { changed: false }
    const observer = new MutationObserver(() => (seen.changed = true))
    observer.observe(document.body, { subtree: true, attributeFilter: ['class'] })
    return { seen, observer }
  })
  return async () => {
    const still = await observer.evaluate(({ seen, observer }) => {
      observer.disconnect()
      return !seen.changed
    })
    await observer.dispose()
    return still
  }
}
