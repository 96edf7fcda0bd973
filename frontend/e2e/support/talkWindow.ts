import { expect, type Locator, type Page } from '@playwright/test'

import type { Watch } from './watch'

/** What the desk's and the guide's page have in common, found by their stable marks only. */
export abstract class TalkWindow {
  readonly messages: Locator
  readonly input: Locator
  readonly typing: Locator
  private readonly connection: Locator

  constructor(
    readonly page: Page,
    readonly watch: Watch,
  ) {
    this.messages = page.getByTestId('message')
    this.input = page.getByTestId('message-input')
    this.typing = page.getByTestId('typing')
    this.connection = page.getByTestId('connection-status')
  }

  async write(...texts: string[]): Promise<void> {
    for (const text of texts) {
      await this.input.fill(text)
      await this.page.getByTestId('send').click()
      await expect(this.input).toHaveValue('')
    }
  }

  message(text: string): Locator {
    return this.messages.filter({ hasText: text })
  }

  /** What each message says, in order, as far as it fits. */
  async texts(fits: RegExp): Promise<string[]> {
    const all = await this.messages.allInnerTexts()
    return all.map((text) => fits.exec(text)?.[0] ?? text)
  }

  /** Exactly these, each once, in this order. */
  async expectMessages(texts: readonly string[]): Promise<void> {
    await expect(this.messages).toContainText(texts.map((text) => text.replaceAll(/\s+/g, ' ')))
  }

  async expectConnection(...states: ('online' | 'connecting' | 'offline')[]): Promise<void> {
    await expect(this.connection.first()).toHaveAttribute(
      'data-state',
      new RegExp(`^(${states.join('|')})$`),
      {
        timeout: 20_000,
      },
    )
  }

  async endCall(): Promise<void> {
    await this.page.getByTestId('end-call').click()
    await this.confirm()
  }

  /** Where the page asks before it does what cannot be taken back. */
  protected async confirm(): Promise<void> {
    const sure = this.page.getByRole('alertdialog').getByRole('button').last()
    const gone = this.page.getByTestId('end-call')
    await expect
      .poll(async () => {
        if (await sure.isVisible()) await sure.click()
        return gone.isVisible()
      })
      .toBe(false)
  }
}
