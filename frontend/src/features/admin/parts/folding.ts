/** Texts that people take for the same are the same once folded: the server searches likewise. */
export function fold(text: string): string {
  const small = text.normalize('NFKC').replace(unseen, '').toLowerCase()
  return small.toUpperCase().normalize('NFKC').toLowerCase().replaceAll('ς', 'σ').replaceAll('i̇', 'i')
}

/** Formats such as soft hyphens and joiners, and variation selectors. */
const unseen = /[\p{Cf}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/gu

/** The words of a search, and its phrases in quotes, folded. */
export function wordsOf(sought: string): string[] {
  return [...fold(sought).matchAll(/(?<!\S)["“”]([^"“”]*)["“”](?!\S)|\S+/gu)]
    .map((match) => (match[1] ?? match[0]).trim())
    .filter(Boolean)
}

/** How many characters the server counts. */
export const countOf = (sought: string) =>
  wordsOf(sought).reduce((count, word) => count + [...word].length, 0)
