import type { Language } from '@/locales/languages'

const hangul = /\p{Script=Hangul}/u
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const han = /\p{Script=Han}/u

/**
 * In which language a line is, for its font and pronunciation: the visitor's, unless its letters are plainly those
 * of another. A visitor may choose Korean and write Japanese all the same.
 */
export function languageOfText(words: string, visitor: Language): Language {
  if (hangul.test(words)) return 'ko'
  if (kana.test(words)) return 'ja'
  if (han.test(words)) return visitor === 'ko' || visitor === 'en' ? 'zh' : visitor
  return visitor
}
