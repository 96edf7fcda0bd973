import { expect, type BrowserContextOptions, type Locator, type Page } from '@playwright/test'

import { demoPassword } from './contract'
import { enterAsPerson } from './enter'
import { signIn } from './signIn'
import type { Open } from './test'
import type { Watch } from './watch'

/** The admin's pages. */
export class AdminWindow {
  readonly results: Locator
  readonly transcript: Locator

  constructor(
    readonly page: Page,
    readonly watch: Watch,
  ) {
    this.results = page.getByTestId('search-result')
    this.transcript = page.getByTestId('transcript')
  }

  static async open(open: Open, name: string, options: BrowserContextOptions = {}): Promise<AdminWindow> {
    const { page, watch } = await open(name, options)
    return new AdminWindow(page, watch)
  }

  async signInByForm(): Promise<void> {
    await signIn(this.page, 'admin', demoPassword)
    await expect(this.page).toHaveURL(/\/admin/)
  }

  /** Straight to one of the pages below `/admin`. */
  async signIn(address = ''): Promise<void> {
    await enterAsPerson(this.page, 'admin')
    await this.show(address)
  }

  async show(address: string): Promise<void> {
    await this.page.goto(`admin/${address}`)
  }

  async search(words: string): Promise<void> {
    await this.page.getByTestId('search-input').fill(words)
    await this.page.getByTestId('search-input').press('Enter')
  }
}
