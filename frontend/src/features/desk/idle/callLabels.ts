import type { Language } from '@/locales'

/** Two syllables on the bell for those who do not read the desk's language yet; their own words load on choosing. */
export const callLabels: Record<Language, string> = {
  ko: '안내원 부르기',
  en: 'Call',
  ja: '呼び出す',
  zh: '呼叫',
  'zh-TW': '呼叫',
}
