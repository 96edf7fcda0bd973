import '@fontsource-variable/noto-emoji'
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css'

const scripts: Record<string, () => Promise<unknown>> = {
  ja: () => import('@fontsource-variable/noto-sans-jp'),
  zh: () => import('@fontsource-variable/noto-sans-sc'),
  'zh-TW': () => import('@fontsource-variable/noto-sans-tc'),
}

/**
 * Makes the script of this language readable. Pretendard covers Korean and Latin; the others are large and
 * come only when somebody uses them. Mark such text with its `lang`, so that base.css picks the family.
 */
export async function loadFont(language: string): Promise<void> {
  try {
    await scripts[language]?.()
  } catch {
    // An unreachable font leaves the system's own; the words stay readable where it has the script.
  }
}
