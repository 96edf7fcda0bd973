import { describe, expect, it } from 'vitest'

import { i18n } from '.'
import { bestLanguage, languages, staffLanguages } from './languages'

type Tree = { [key: string]: string | Tree }

const files = import.meta.glob<Tree>('./*/*.json', { import: 'default', eager: true })
const namespaces = [...new Set(Object.keys(files).map((path) => path.split('/')[1] ?? ''))]

function keys(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? `${prefix}${key}` : keys(value, `${prefix}${key}.`),
  )
}

function sentences(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : sentences(value, `${prefix}${key}.`),
  )
}

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

describe.each(namespaces)('%s', (namespace) => {
  const korean = files[`./${namespace}/ko.json`] ?? {}
  const others = languages.filter((each) => each !== 'ko' && `./${namespace}/${each}.json` in files)

  it('is whole in every language its readers have', () => {
    const visitors = namespace === 'desk' || namespace === 'common'
    expect(['ko', ...others]).toEqual(visitors ? [...languages] : [...staffLanguages])
  })

  it.each(others)('has the same keys in %s as in Korean', (language) => {
    expect(keys(files[`./${namespace}/${language}.json`] ?? {}).sort()).toEqual(keys(korean).sort())
  })

  it.each(others)('keeps every placeholder in %s', (language) => {
    const translated = new Map(sentences(files[`./${namespace}/${language}.json`] ?? {}))
    for (const [key, text] of sentences(korean)) {
      expect([key, placeholders(translated.get(key) ?? '')]).toEqual([key, placeholders(text)])
    }
  })
})

it.each([
  ['guide.start.unread', 'You have 1 unread note', 'You have 2 unread notes'],
  ['guide.talk.unread', '1 unread message', '2 unread messages'],
  ['guide.notes.unread', '1 unread note', '2 unread notes'],
])('%s counts one as one in English', (key, one, two) => {
  const { t } = i18n.global
  expect([1, 2].map((n) => t(key, { n }, { locale: 'en' }))).toEqual([one, two])
  expect(t(key, { n: 2 }, { locale: 'ko' })).toContain('2개')
})

describe('the language of a reader', () => {
  it.each([
    ['zh-Hant-HK', 'zh-TW'],
    ['zh-CN', 'zh'],
    ['en-GB', 'en'],
    ['ja', 'ja'],
  ])('is found for %s', (wish, language) => {
    expect(bestLanguage([wish], languages)).toBe(language)
  })

  it('is the next wish where the first has no words', () => {
    expect(bestLanguage(['fr-FR', 'en'], staffLanguages)).toBe('en')
    expect(bestLanguage(['fr-FR'], staffLanguages)).toBeUndefined()
  })
})
