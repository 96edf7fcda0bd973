/** Folds case, width and invisible characters, exactly as the server's search does. */
export function fold(text: string): string {
  const small = text.normalize('NFKC').replace(unseen, '').toLowerCase()
  return small.toUpperCase().normalize('NFKC').toLowerCase().replaceAll('ς', 'σ').replaceAll('i̇', 'i')
}

/** Format characters such as soft hyphens and joiners, and variation selectors. */
const unseen = /[\p{Cf}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/gu

/** The words and quoted phrases of a search, folded. */
export function searchTerms(searchText: string): string[] {
  return [...fold(searchText).matchAll(/(?<!\S)["“”]([^"“”]*)["“”](?!\S)|\S+/gu)]
    .map((match) => (match[1] ?? match[0]).trim())
    .filter(Boolean)
}

/** The search length as the server counts it. */
export const searchLength = (searchText: string) =>
  searchTerms(searchText).reduce((count, word) => count + [...word].length, 0)

/** Whether any of the texts contains the input, comparing folded text. */
export function matchesText(typed: string, ...texts: string[]): boolean {
  const wanted = fold(typed.trim())
  return texts.some((text) => fold(text).includes(wanted))
}
