import { expect, type Page } from '@playwright/test'

import { atRest } from './atRest'
import { unreadable, violations } from './axe'
import { tryWidths } from './widths'

const shots = new URL('../.artifacts/shots/', import.meta.url).pathname
const pictures = new URL('../../../docs/images/', import.meta.url).pathname

interface Looking {
  /** The state has been looked at in another language: what words cannot change is not measured again. */
  again?: boolean
  /** It is tried at other widths as well. */
  narrow?: boolean
}

/** Looks at what stands on the page now, in both themes; `again` only in light. */
export async function look(
  page: Page,
  name: string,
  language: string,
  { again = false, narrow = true }: Looking = {},
): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await expect(page).toHaveTitle(/\S/)
  const inTheme = `${name}, ${language}`
  await shoot(page, `${name}-${language}-light`)
  expect.soft(await violations(page, { colours: !again }), `${inTheme}, light: axe`).toEqual([])
  if (!again) await lookInTheDark(page, name, language)
  if (narrow) await tryWidths(page, inTheme, again)
}

async function lookInTheDark(page: Page, name: string, language: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, `${name}-${language}-dark`)
  expect.soft(await unreadable(page), `${name}, ${language}, dark: axe`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}

/** One of the README's pictures, only when they are asked for. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.DESKBELL_PICTURES) return
  await atRest(page)
  await page.screenshot({ path: `${pictures}${name}.png` })
}

async function shoot(page: Page, name: string): Promise<void> {
  await atRest(page)
  await page.screenshot({ path: `${shots}${name}.png` })
}
