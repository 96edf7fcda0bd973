import { expect, type BrowserContextOptions } from '@playwright/test'

import { demoPassword, type List, type Person, type Session } from './contract'
import { enterAsPerson } from './enter'
import { signIn } from './signIn'
import { TalkWindow } from './talkWindow'
import type { Open } from './test'

interface Presence {
  username: string
  connected: boolean
  state: string
}

/** A guide's page. */
export class GuideWindow extends TalkWindow {
  readonly incoming = this.page.getByTestId('incoming-call')
  readonly notes = this.page.getByTestId('note')
  readonly unread = this.page.getByTestId('unread-count')
  readonly presence = this.page.getByTestId('presence')
  readonly start = this.page.getByTestId('start-shift')

  static async open(open: Open, name: string, options: BrowserContextOptions = {}): Promise<GuideWindow> {
    const { page, watch } = await open(name, { permissions: ['notifications'], ...options })
    return new GuideWindow(page, watch)
  }

  async signInByForm({ username }: Person): Promise<void> {
    await signIn(this.page, username, demoPassword)
    await expect(this.page).toHaveURL(/\/guide/)
  }

  async signIn({ username }: Person): Promise<void> {
    await enterAsPerson(this.page, username)
    await this.page.goto('guide')
  }

  /** From now on on duty. */
  async startShift(): Promise<void> {
    await this.start.click()
    await this.expectConnection('online')
    await expect.poll(() => this.isOnDuty(), { message: 'on duty' }).toBe(true)
  }

  /** As the server has it: a desk that rings before has another screen for a moment. */
  private async isOnDuty(): Promise<boolean> {
    const { username, regions } = await this.ask<Session>('api/session')
    const { items } = await this.ask<List<Presence>>(`api/regions/${regions[0]?.code}/presence`)
    return items.some((each) => each.username === username && each.connected && each.state === 'AVAILABLE')
  }

  private async ask<T>(path: string): Promise<T> {
    return (await (await this.page.request.get(path)).json()) as T
  }

  async accept(): Promise<void> {
    await this.incoming.getByTestId('accept').click()
    // A press that fell into a broken connection counts when the line is back within ten seconds.
    await expect(this.input).toBeVisible({ timeout: 12_000 })
  }

  async unreadCount(): Promise<number> {
    const text = (await this.unread.count()) > 0 ? await this.unread.first().innerText() : '0'
    return Number(/\d+/.exec(text)?.[0] ?? 0)
  }
}
