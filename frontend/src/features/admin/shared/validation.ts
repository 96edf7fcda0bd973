import type { Names } from '@/api/types'
import { isTooLong } from '@/ui/textLength'
import { hasVisible } from '@/utils/hasVisible'

/** Codes of regions and desks. */
export const codePattern = /^[a-z0-9-]{2,32}$/
export const maxNameLength = 100
export const isValidName = (text: string) => hasVisible(text) && !isTooLong(text, maxNameLength)
/** Translated names are optional, but each one given must be valid. */
export const areValidNames = (names: Names = {}) => Object.values(names).every(isValidName)
