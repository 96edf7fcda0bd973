import { readonly, ref } from 'vue'
import { createI18n } from 'vue-i18n'

import { loadTextFonts } from '@/theme/fonts'
import { readLocalStorage, saveToLocalStorage } from '@/utils/localStorage'

import { bestLanguage, languages, staffLanguages, type Language } from './languages'

export type Namespace = 'common' | 'signin' | 'desk' | 'guide' | 'admin' | 'account' | 'notes'
type Messages = Record<string, unknown>

const key = 'deskbell.language'
const files = import.meta.glob<Messages>('./*/*.json', { import: 'default' })
const loaded = new Set<string>()
const needed = new Set<Namespace>(['common'])
const spoken = ref<Language>('ko')

/** The language the page speaks now. */
export const language = readonly(spoken)

export const i18n = createI18n<false>({
  legacy: false,
  locale: 'ko',
  fallbackLocale: 'ko',
  missingWarn: import.meta.env.DEV,
  fallbackWarn: false,
})

async function load(locale: Language, namespace: Namespace): Promise<void> {
  const path = `./${namespace}/${locale}.json`
  const read = files[path]
  if (loaded.has(path) || !read) return
  const messages = await read()
  loaded.add(path)
  i18n.global.mergeLocaleMessage(locale, { [namespace]: messages })
}

/** Languages in which every one of these namespaces exists. */
export function languagesOf(namespaces: readonly Namespace[]): Language[] {
  return languages.filter((each) => namespaces.every((ns) => `./${ns}/${each}.json` in files))
}

function wished(offered: readonly Language[]): Language {
  const kept = readLocalStorage(key, languages)
  const wishes = [...(kept ? [kept] : []), ...navigator.languages]
  // Who reads neither Korean nor anything else on offer is helped more by English.
  const other = wishes.length > 0 && offered.includes('en') ? 'en' : 'ko'
  return bestLanguage(wishes, offered) ?? other
}

/** Shown before its letters are there, a text fetches slices of fonts that it does not need. */
const lettersWithin = 1_000

async function speak(next: Language): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, lettersWithin))
  const letters = Promise.all([loadTextFonts('ko'), loadTextFonts(next)])
  await Promise.all([Promise.race([letters, late]), ...[...needed].map((namespace) => load(next, namespace))])
  i18n.global.locale.value = next
  spoken.value = next
  document.documentElement.lang = next
}

/** Makes these namespaces ready and speaks the reader's language, as far as they have it. */
export async function useNamespaces(...namespaces: Namespace[]): Promise<void> {
  const all = [...new Set<Namespace>(['common', ...namespaces])]
  all.forEach((namespace) => needed.add(namespace))
  await speak(wished(languagesOf(all)))
}

/** Speaks another language from now on. With `keep: false` (a visitor at a desk) it is forgotten on reload. */
export async function chooseLanguage(next: Language, options = { keep: true }): Promise<void> {
  if (options.keep) saveToLocalStorage(key, next)
  await speak(next)
}

export { staffLanguages, type Language }
