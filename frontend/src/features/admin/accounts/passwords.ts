/** What the server takes: length is what makes a password hard to guess, and BCrypt reads 72 bytes. */
export const isValidPassword = (text: string) =>
  text.length >= 10 && new TextEncoder().encode(text).length <= 72

/** Without l, o, 0 and 1, as it may be copied by hand; 32 of them, so that each is equally likely. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
const groups = 4
const groupLength = 4

/** Four groups of four: 80 bits of chance that can still be typed from paper. */
export function generatePassword(): string {
  const chosen = [...crypto.getRandomValues(new Uint8Array(groups * groupLength))].map(
    (each) => letters[each % letters.length],
  )
  return Array.from({ length: groups }, (_, group) =>
    chosen.slice(group * groupLength, (group + 1) * groupLength).join(''),
  ).join('-')
}
