import { expect, test as base, type BrowserContextOptions, type Page } from '@playwright/test'

import type { RegionEvent } from './contract'
import { Stranger } from './stranger'
import { Watch } from './watch'

export { expect }

export interface OpenWindow {
  page: Page
  watch: Watch
}

export type Open = (name: string, options?: BrowserContextOptions) => Promise<OpenWindow>

interface Fixtures {
  /** Whom a file's tests work with. They find no call open, and are left as they were found. */
  cast: { desks: string[]; guides: string[] }
  tidy: void
  /** Makes windows of people who have nothing in common: each with its own cookies and storage, all watched. */
  open: Open
}

export const test = base.extend<Fixtures>({
  cast: [{ desks: [], guides: [] }, { option: true }],

  tidy: [
    async ({ cast }, use) => {
      const guides = await Promise.all(cast.guides.map((each) => Stranger.person(each)))
      await settle(cast.desks)
      await use()
      await settle(cast.desks)
      for (const guide of guides) await restorePresence(guide)
    },
    { auto: true },
  ],

  open: async ({ browser }, use) => {
    const windows: OpenWindow[] = []
    await use(async (name, options = {}) => {
      const context = await browser.newContext({ locale: 'ko-KR', timezoneId: 'Asia/Seoul', ...options })
      const watch = new Watch(name, context)
      const opened = { page: await context.newPage(), watch }
      windows.push(opened)
      return opened
    })
    for (const { page } of windows) await page.context().close()
    const troubles = windows.flatMap(({ watch }) => watch.troubles)
    expect(troubles, 'troubles in the windows').toEqual([])
  },
})

async function settle(codes: readonly string[]): Promise<void> {
  for (const code of codes) {
    const desk = await Stranger.desk(code)
    await desk.connect('websocket')
    await desk.settle()
    await desk.disconnect()
  }
}

async function restorePresence(guide: Stranger): Promise<void> {
  const { username, presence, regions } = guide.session
  await guide.connect('websocket')
  guide.line.send('/app/presence', { state: presence })
  await guide.line.next<RegionEvent>(
    `/topic/regions.${regions[0]?.code}`,
    (event) => event.type === 'PRESENCE' && event.username === username && event.state === presence,
  )
  await guide.disconnect()
}
