import type { Page, Request } from '@playwright/test'

/** What a window has fetched since it was opened: how often, and how much of it came over the wire. */
export class Weight {
  private readonly fetched: Request[] = []
  private readonly sizes: Promise<readonly [Request, bytes: number]>[] = []

  /** On a busy machine letters may take longer than a page waits for them; that is not what is weighed. */
  static async of(page: Page): Promise<Weight> {
    await page.addInitScript(() => {
      const wait = window.setTimeout.bind(window)
      window.setTimeout = ((act: TimerHandler, after?: number) =>
        wait(act, after === 1_000 ? 30_000 : after)) as typeof setTimeout
    })
    return new Weight(page)
  }

  private constructor(private readonly page: Page) {
    page.on('request', (request) => {
      if (request.url().startsWith('http')) this.fetched.push(request)
    })
    page.on('requestfinished', (request) => {
      this.sizes.push(
        request.sizes().then((sizes) => [request, sizes.responseBodySize + sizes.responseHeadersSize]),
      )
    })
  }

  get paths(): string[] {
    return this.fetched.map((request) => new URL(request.url()).pathname)
  }

  async read() {
    await this.page.waitForLoadState('networkidle')
    const sizes = await Promise.all(this.sizes)
    const sum = (fits: (request: Request) => boolean) =>
      Math.round(sizes.filter(([request]) => fits(request)).reduce((all, [, bytes]) => all + bytes, 0) / 1024)
    const fonts = (request: Request) =>
      request.resourceType() === 'font' || request.url().includes('/letters-')
    return {
      requests: this.fetched.length,
      fonts: this.fetched.filter((request) => request.resourceType() === 'font').length,
      // What the server answers depends on what there is.
      kilobytes: sum((request) => !request.url().includes('/api/')),
      script: sum((request) => request.resourceType() === 'script' && !fonts(request)),
      style: sum((request) => request.resourceType() === 'stylesheet'),
      letters: sum(fonts),
    }
  }
}
