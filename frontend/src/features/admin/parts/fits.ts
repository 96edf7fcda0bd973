import type { Names } from '@/api/types'
import { hasVisible } from '@/composables/visible'
import { isTooLong } from '@/ui/length'

/** Whether one of these texts holds what was typed, capital and small letters alike. */
export function fits(typed: string, ...texts: string[]): boolean {
  const wanted = typed.trim().toLocaleLowerCase()
  return texts.some((text) => text.toLocaleLowerCase().includes(wanted))
}

/** What a region's or a desk's code looks like. */
export const codePattern = /^[a-z0-9-]{2,32}$/
export const longestName = 100
export const isName = (text: string) => hasVisible(text) && !isTooLong(text, longestName)
/** Names by language: what is given is a name. */
export const areNames = (names: Names = {}) => Object.values(names).every(isName)
