/** The languages of those who work here. `again`: what each page looks like has been seen in the first one. */
export const staff = [
  { language: 'ko', locale: 'ko-KR', again: false },
  { language: 'en', locale: 'en-US', again: true },
] as const

/** The other languages a visitor may choose. */
export const visitors = ['ja', 'zh', 'zh-TW'] as const

export const wide = { width: 1280, height: 800 }
