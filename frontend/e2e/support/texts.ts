import { randomUUID } from 'node:crypto'

export const newId = () => randomUUID()

/** Two Korean syllables that hardly any other run has used: what a search has to find. */
export function koreanWord(): string {
  const syllable = () => String.fromCharCode(0xac00 + Math.floor(Math.random() * 11_172))
  return syllable() + syllable()
}
