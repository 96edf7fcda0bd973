import type { Names } from '@/api/types'
import { hasVisible } from '@/composables/visible'
import { isTooLong } from '@/ui/length'

import { fold } from './folding'

/** Whether one of these texts holds what was typed, however it is written. */
export function fits(typed: string, ...texts: string[]): boolean {
  const wanted = fold(typed.trim())
  return texts.some((text) => fold(text).includes(wanted))
}

/** What a region's or a desk's code looks like. */
export const codePattern = /^[a-z0-9-]{2,32}$/
export const longestName = 100
export const isName = (text: string) => hasVisible(text) && !isTooLong(text, longestName)
/** Names by language: what is given is a name. */
export const areNames = (names: Names = {}) => Object.values(names).every(isName)
