import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import subsetFont from 'subset-font'
import type { Plugin } from 'vite'

/** Letters of a font: which, and the font with nothing but them. */
type Slice = { letters: string[]; file: string }

const prefix = 'virtual:letters/'
const locales = fileURLToPath(new URL('../src/locales', import.meta.url))
const find = createRequire(import.meta.url).resolve

/** Fonts that come in slices, for languages whose letters no single file could hold. */
const sliced: Record<string, string> = {
  ja: '@fontsource-variable/noto-sans-jp',
  zh: '@fontsource-variable/noto-sans-sc',
  'zh-TW': '@fontsource-variable/noto-sans-tc',
}

/** Words of these languages that stand on pages in others: their names, and "call". They come with the Korean letters. */
const everywhere: Record<string, string> = {
  ja: '日本語呼び出す',
  zh: '简体中文呼叫',
  'zh-TW': '繁體中文呼叫',
}

/** What `Intl` writes dates and times with. */
function lettersOfDates(language: string): string[] {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'full',
    timeStyle: 'short',
    hourCycle: 'h12',
  })
  const days = Array.from({ length: 14 }, (_, i) => format.format(Date.UTC(2027, 0, 1 + i, 2 * i)))
  const ago = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const near = (['second', 'minute', 'hour', 'day'] as const).flatMap((unit) =>
    [-2, -1, 0, 1, 2].map((count) => ago.format(count, unit)),
  )
  return [...days, ...near].flatMap((text) => [...text])
}

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))

function lettersIn(value: unknown): string[] {
  if (typeof value === 'string') return [...value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(lettersIn) : []
}

/** Every letter that our own texts, and dates, have in this language. */
async function lettersOf(language: string): Promise<string[]> {
  const files = await readdir(locales, { recursive: true })
  const texts = files.filter((each) => each.endsWith(`/${language}.json`))
  const read = await Promise.all(texts.map((each) => readFile(join(locales, each), 'utf8')))
  const own = read.flatMap((text) => lettersIn(JSON.parse(text)))
  return [...new Set([...own, ...lettersOfDates(language)])]
}

function inRange(range: string): (letter: string) => boolean {
  const spans = range.split(',').map((span) => {
    const [from = '', to = from] = span.trim().slice(2).split('-')
    return [parseInt(from, 16), parseInt(to, 16)] as const
  })
  return (letter) =>
    spans.some(([from, to]) => from <= letter.codePointAt(0)! && letter.codePointAt(0)! <= to)
}

/** Our words' letters, Latin, and the syllables that Korean uses most: the last slices of the font as it comes. */
async function korean(): Promise<Slice[]> {
  const css = await readFile(
    find('pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css'),
    'utf8',
  )
  const ranges = [...css.matchAll(/unicode-range: ([^;]+);/g)].map(([, range = '']) => inRange(range))
  const often = ranges.slice(-7)
  const hangul = Array.from({ length: 11_172 }, (_, i) => String.fromCharCode(0xac00 + i))
  const own = [...ascii, ...(await lettersOf('ko')), ...(await lettersOf('en'))]
  const frequent = hangul.filter((letter) => often.some((has) => has(letter)))
  return [
    {
      letters: [...new Set([...own, ...frequent])],
      file: find('pretendard/dist/web/variable/woff2/PretendardVariable.woff2'),
    },
  ]
}

async function sliceUp(font: string, letters: string[]): Promise<Slice[]> {
  const folder = dirname(find(`${font}/package.json`))
  const ranges = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>
  const left = new Set(letters.filter((letter) => !ascii.includes(letter)))
  return Object.entries(ranges).flatMap(([key, range]) => {
    const has = inRange(range)
    const found = [...left].filter(has)
    found.forEach((letter) => left.delete(letter))
    const name = `${font.split('/')[1]}-${key.replace(/[[\]]/g, '')}-wght-normal.woff2`
    return found.length > 0 ? [{ letters: found, file: join(folder, 'files', name) }] : []
  })
}

async function slicesOf(language: string, letters?: string[]): Promise<Slice[]> {
  const font = sliced[language]
  return font ? sliceUp(font, letters ?? (await lettersOf(language))) : korean()
}

async function cutOut({ letters, file }: Slice): Promise<[range: string, font: string]> {
  const font = await subsetFont(await readFile(file), letters.join(''), { targetFormat: 'woff2' })
  const range = letters.map((letter) => `U+${letter.codePointAt(0)!.toString(16)}`).join()
  return [range, font.toString('base64')]
}

async function cutAll(language: string, letters?: string[]) {
  return Promise.all((await slicesOf(language, letters)).map(cutOut))
}

async function fontsFor(language: string): Promise<Record<string, unknown>> {
  const fonts: Record<string, unknown> = { [language]: await cutAll(language) }
  if (language !== 'ko') return fonts
  for (const [each, words] of Object.entries(everywhere))
    fonts[each] = await cutAll(each, [...new Set(words)])
  return fonts
}

/**
 * `virtual:letters/ja` has the fonts with just the letters of our own Japanese texts: one file to fetch, where the fonts
 * as they come are dozens. Other letters, of what people write, come from those.
 */
export function letters(): Plugin {
  let building = false
  return {
    name: 'deskbell:letters',
    configResolved: ({ command }) => void (building = command === 'build'),
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined
      // While one works on the pages, all letters come from the fonts as they are.
      const fonts = building ? await fontsFor(id.slice(prefix.length + 1)) : {}
      return `export default ${JSON.stringify(fonts)}`
    },
  }
}
