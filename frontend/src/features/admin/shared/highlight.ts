import { fold, searchTerms } from './textSearch'

export interface TextPart {
  text: string
  hit: boolean
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Splits a text at the search terms found in it, comparing folded text; the parts are plain text, never markup. */
export function highlight(text: string, searchText: string): TextPart[] {
  const pieces = [...characters.segment(text)].map(({ segment }) => ({
    text: segment,
    folded: fold(segment),
  }))
  // For each position in the folded text, the grapheme it came from.
  const origin = pieces.flatMap(({ folded }, index) => Array.from({ length: folded.length }, () => index))
  const folded = pieces.map((piece) => piece.folded).join('')
  const hits = new Set<number>()
  for (const word of searchTerms(searchText)) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      origin.slice(at, at + word.length).forEach((index) => hits.add(index))
    }
  }
  return pieces.reduce<TextPart[]>((cut, piece, index) => {
    const hit = hits.has(index)
    const last = cut.at(-1)
    if (last?.hit === hit) last.text += piece.text
    else cut.push({ text: piece.text, hit })
    return cut
  }, [])
}
