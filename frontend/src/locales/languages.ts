/** Languages a visitor may choose; people who work with Deskbell have the first two. */
export const languages = ['ko', 'en', 'ja', 'zh', 'zh-TW'] as const
export type Language = (typeof languages)[number]

export const staffLanguages = ['ko', 'en'] as const satisfies readonly Language[]

/** Each language in its own words, as nobody looks for theirs under a foreign name. */
export const languageNames: Record<Language, string> = {
  ko: '한국어',
  en: 'English',
  ja: '日本語',
  zh: '简体中文',
  'zh-TW': '繁體中文',
}

/** The language that fits a browser's wish best, e.g. `zh-Hant-HK` → `zh-TW`, `en-GB` → `en`. */
export function bestLanguage(wishes: readonly string[], offered: readonly Language[]): Language | undefined {
  for (const wish of wishes) {
    const base = wish.toLowerCase()
    const traditional = /^zh-(tw|hk|mo|hant)/.test(base)
    const found = traditional
      ? (offered.find((each) => each === 'zh-TW') ?? offered.find((each) => each === 'zh'))
      : offered.find((each) => each === base.split('-')[0])
    if (found) return found
  }
  return undefined
}
