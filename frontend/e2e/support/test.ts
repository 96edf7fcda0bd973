import { expect, test as base, type BrowserContextOptions, type Page } from '@playwright/test'

import { baseUrl, type Http } from './http'
import { Places, type Place } from './place'
import { Stranger } from './stranger'
import { Watch } from './watch'

export { expect }

export interface OpenWindow {
  page: Page
  watch: Watch
}

export type Open = (name: string, options?: BrowserContextOptions) => Promise<OpenWindow>

interface OfEachTest {
  places: Places
  /** Where the test happens. */
  place: Place
  /** Makes windows of people who have nothing in common: each with its own cookies and storage, all watched. */
  open: Open
}

interface OfEachWorker {
  /** Signed in once for many tests; it has no window. */
  admin: Http
}

// Nobody looks at what moves, and drawing it is most of what an open page costs.
const usual: BrowserContextOptions = {
  locale: 'ko-KR',
  timezoneId: 'Asia/Seoul',
  reducedMotion: 'reduce',
}

export const test = base.extend<OfEachTest, OfEachWorker>({
  admin: [async ({}, use) => use((await Stranger.person('admin')).http), { scope: 'worker' }],

  places: async ({ admin }, use) => {
    const places = new Places(admin)
    await use(places)
    await places.clear()
  },

  place: async ({ places }, use) => use(await places.make()),

  open: async ({ browser, places }, use) => {
    // Asked for only to be cleared after the windows are closed: else their people would be thrown out.
    void places
    const windows: OpenWindow[] = []
    await use(async (name, options = {}) => {
      const context = await browser.newContext({ ...usual, ...options })
      const watch = new Watch(name, options.baseURL ?? baseUrl, context)
      const opened = { page: await context.newPage(), watch }
      windows.push(opened)
      return opened
    })
    await Promise.all(windows.map(({ page }) => page.context().close()))
    const troubles = windows.flatMap(({ watch }) => watch.troubles)
    expect(troubles, 'troubles in the windows').toEqual([])
  },
})
