/** The server's rules: at least 10 characters, and at most the 72 bytes that BCrypt reads. */
export const isValidPassword = (text: string) =>
  text.length >= 10 && new TextEncoder().encode(text).length <= 72

/** Without the easily confused l, o, 0 and 1; 32 characters, so that the modulo is unbiased. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
const groups = 4
const groupLength = 4

/** Four groups of four: 80 bits of entropy, and still easy to type. */
export function generatePassword(): string {
  const chosen = [...crypto.getRandomValues(new Uint8Array(groups * groupLength))].map(
    (each) => letters[each % letters.length],
  )
  return Array.from({ length: groups }, (_, group) =>
    chosen.slice(group * groupLength, (group + 1) * groupLength).join(''),
  ).join('-')
}
