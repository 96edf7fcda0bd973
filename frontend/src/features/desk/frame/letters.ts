import { i18n, type Language } from '@/locales'
import { loadFont } from '@/theme/fonts'

const weights = [450, 800]

/**
 * Brings every letter the desk may say in this language. Fonts come in slices when a letter is first shown, and the
 * sentence about a lost connection is first shown when none can come any more.
 */
export async function readyLetters(language: Language): Promise<void> {
  await loadFont(language)
  const family = getComputedStyle(document.documentElement).getPropertyValue('--font')
  const words = JSON.stringify(i18n.global.getLocaleMessage(language))
  // Browsers without the interface, and families that cannot be had, leave it to the moment of showing.
  const loads = weights.map((weight) =>
    document.fonts?.load(`${weight} 20px ${family || 'sans-serif'}`, words),
  )
  await Promise.allSettled(loads)
}
