export interface Stretch {
  text: string
  hit: boolean
}

/** Text cut where the words sought stand in it, capital and small letters alike; always text, never markup. */
export function stretches(text: string, sought: string): Stretch[] {
  const words = sought.trim()
  if (!words) return [{ text, hit: false }]
  const pattern = new RegExp(`(${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')})`, 'giu')
  // Splitting by a group leaves its matches at every odd place.
  return text
    .split(pattern)
    .map((each, index) => ({ text: each, hit: index % 2 === 1 }))
    .filter((each) => each.text)
}
