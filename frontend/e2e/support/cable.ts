import type { Page, WebSocketRoute } from '@playwright/test'

/** The network of one window, which can be pulled out: sockets break, requests fail, the browser knows. */
export class Cable {
  private readonly ends = new Set<WebSocketRoute>()

  private constructor(private readonly page: Page) {}

  /** Before the page is opened. */
  static async lay(page: Page): Promise<Cable> {
    const cable = new Cable(page)
    await page.context().routeWebSocket(/\/ws\/websocket$/, (near) => {
      cable.ends.add(near).add(near.connectToServer())
    })
    return cable
  }

  async pull(): Promise<void> {
    await this.page.context().setOffline(true)
    await this.breakSockets()
  }

  async plugIn(): Promise<void> {
    await this.page.context().setOffline(false)
  }

  async breakSockets(): Promise<void> {
    const broken = [...this.ends]
    this.ends.clear()
    // The page's end before the server's: what it says meanwhile is not to be passed on to an end that is closed.
    for (const end of broken) await end.close()
  }
}
