/** Texts that people take for the same are the same once folded: the server searches likewise. */
export function fold(text: string): string {
  const small = text.normalize('NFKC').replace(unseen, '').toLowerCase()
  return small.toUpperCase().normalize('NFKC').toLowerCase().replaceAll('ς', 'σ').replaceAll('i̇', 'i')
}

/** Formats such as soft hyphens and joiners, and variation selectors. */
const unseen = /[\p{Cf}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/gu

/** The words of a search, and its phrases in quotes, folded. */
export function searchTerms(searchText: string): string[] {
  return [...fold(searchText).matchAll(/(?<!\S)["“”]([^"“”]*)["“”](?!\S)|\S+/gu)]
    .map((match) => (match[1] ?? match[0]).trim())
    .filter(Boolean)
}

/** How many characters the server counts. */
export const searchLength = (searchText: string) =>
  searchTerms(searchText).reduce((count, word) => count + [...word].length, 0)

/** Whether one of these texts holds what was typed, however it is written. */
export function matchesText(typed: string, ...texts: string[]): boolean {
  const wanted = fold(typed.trim())
  return texts.some((text) => fold(text).includes(wanted))
}
