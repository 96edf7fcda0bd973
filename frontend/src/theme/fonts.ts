import '@fontsource-variable/noto-emoji'
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css'

import type { Fonts } from 'virtual:letters/ko'

type Module = { default: Fonts }

/** The letters of our own words, a file for each language. */
const words: Record<string, () => Promise<Module>> = {
  ko: () => import('virtual:letters/ko'),
  ja: () => import('virtual:letters/ja'),
  zh: () => import('virtual:letters/zh'),
  'zh-TW': () => import('virtual:letters/zh-TW'),
}

/** Whole scripts, in slices that come when a letter is shown which nothing before them has. */
const scripts: Record<string, () => Promise<unknown>> = {
  ja: () => import('@fontsource-variable/noto-sans-jp'),
  zh: () => import('@fontsource-variable/noto-sans-sc'),
  'zh-TW': () => import('@fontsource-variable/noto-sans-tc'),
}

const added = new Map<string, Promise<void>>()

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))
}

async function add(read: () => Promise<Module>): Promise<void> {
  const fonts = Object.entries((await read()).default)
  for (const [language, slices] of fonts) {
    for (const [unicodeRange, font] of slices) {
      const face = new FontFace(`Deskbell ${language}`, bytes(font), { unicodeRange, weight: '45 920' })
      document.fonts.add(face)
    }
  }
}

/**
 * Makes what the pages themselves say in this language readable; with Korean come the names of the others. Mark such
 * text with its `lang`, so that tokens.css picks the family.
 */
export async function loadTextFonts(language: string): Promise<void> {
  const which = language === 'en' ? 'ko' : language
  const read = words[which]
  if (!read || !document.fonts) return
  // An unreachable font leaves the system's own; the words stay readable where it has the script.
  const adding = added.get(which) ?? add(read).catch(() => void added.delete(which))
  added.set(which, adding)
  await adding
}

/** Makes what people write in this language readable, whatever they write. Korean and emoji always are. */
export async function loadScriptFonts(language: string): Promise<void> {
  await Promise.allSettled([loadTextFonts(language), scripts[language]?.()])
}
