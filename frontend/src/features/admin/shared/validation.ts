import type { Names } from '@/api/types'
import { hasVisible } from '@/composables/visible'
import { isTooLong } from '@/ui/length'

/** What a region's or a desk's code looks like. */
export const codePattern = /^[a-z0-9-]{2,32}$/
export const maxNameLength = 100
export const isValidName = (text: string) => hasVisible(text) && !isTooLong(text, maxNameLength)
/** Names by language: what is given is a name. */
export const areValidNames = (names: Names = {}) => Object.values(names).every(isValidName)
