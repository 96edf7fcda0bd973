import { expect, type BrowserContextOptions, type Locator } from '@playwright/test'

import { enterAsDesk } from './enter'
import { TalkWindow } from './talkWindow'
import type { Place } from './place'
import type { Open } from './test'

/** A kiosk's screen, for those who look at it. */
export const portrait = { width: 1080, height: 1920 }
/** Upright too, with a quarter of what is to be drawn. */
const small = { width: 540, height: 960 }

/** A desk as its visitor sees it. */
export class DeskWindow extends TalkWindow {
  readonly callButton = this.page.getByTestId('call-button')
  readonly cancel = this.page.getByTestId('cancel-call')
  readonly status = this.page.getByTestId('call-status')
  readonly pairingCode = this.page.getByTestId('pairing-code')

  static async open(open: Open, name: string, options: BrowserContextOptions = {}): Promise<DeskWindow> {
    const { page, watch } = await open(name, { viewport: small, hasTouch: true, ...options })
    // A talk may end while its messages are on their way; from then on they are not the desk's to read.
    watch.excuse(/GET 404 .*\/api\/calls\/[^/]+\/messages\?/)
    return new DeskWindow(page, watch)
  }

  async pairByForm(place: Place, desk = place.desk): Promise<void> {
    await this.page.goto('desk')
    await this.pairingCode.fill(await place.pairingCode(desk))
    await this.page.getByTestId('pair').click()
    await this.expectReady()
  }

  async pair(place: Place): Promise<void> {
    await enterAsDesk(this.page, await place.pairingCode())
    await this.page.goto('desk')
    await this.expectReady()
  }

  private async expectReady(): Promise<void> {
    await expect(this.callButton).toBeVisible()
    await this.expectConnection('online')
  }

  language(code: string): Locator {
    return this.page.getByTestId(`language-${code}`)
  }

  /** A desk starts in its own first language, whatever the browser's is. */
  async speak(code: string): Promise<void> {
    await this.language(code).click()
    await expect(this.page.locator('html')).toHaveAttribute('lang', code)
  }

  async ring(): Promise<void> {
    await this.callButton.click()
    await expect(this.cancel).toBeVisible()
  }

  async rate(stars: number): Promise<void> {
    await this.page.getByTestId(`rate-${stars}`).click()
  }

  /** From the thanks back to the start, without waiting for the desk to do so itself. */
  async goHome(): Promise<void> {
    await this.page.getByTestId('home').click()
    await expect(this.callButton).toBeVisible()
  }
}
