import { language } from '@/locales'

import type { Named } from './types'

function isNamed(value: unknown): value is Required<Named> {
  if (typeof value !== 'object' || value === null) return false
  const { name, names } = value as Partial<Named>
  return typeof name === 'string' && typeof names === 'object' && names !== null
}

/**
 * Reads what the server sends. A region or desk with names in several languages has the reader's as its `name`, and
 * another one as soon as the page speaks another language, so that no page needs to choose; `ownName` is the one that
 * holds where a language has none, and what a new `name` becomes.
 */
export function parseLocalized(json: string): unknown {
  return JSON.parse(json, (_, value: unknown) => {
    if (!isNamed(value)) return value
    const { names } = value
    let own = value.name
    return Object.defineProperties(value, {
      name: {
        get: () => names[language.value] ?? own,
        set: (name: string) => (own = name),
        enumerable: true,
      },
      ownName: { get: () => own },
    })
  }) as unknown
}
