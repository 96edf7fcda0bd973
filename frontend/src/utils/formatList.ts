import { language } from '@/locales'

/** Several names as one list in the page's language: “Busan and Jeju”, “부산 및 제주”. */
export const formatList = (names: readonly string[]) =>
  new Intl.ListFormat(language.value, { type: 'conjunction' }).format(names)
