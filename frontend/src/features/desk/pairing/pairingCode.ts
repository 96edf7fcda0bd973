/** Codes are made of groups of four without I, L, O and U; a code with one of these was chosen by somebody. */
const made = /^[0-9A-HJKMNP-TV-Z]*$/
const group = /.{4}(?=.)/g

/** The code as it is read aloud: capital letters, a dash after every fourth. */
export function formatPairingCode(typed: string): string {
  const upper = typed.toUpperCase()
  const bare = upper.replace(/[^0-9A-Z]/g, '')
  return made.test(bare) ? bare.replace(group, '$&-') : upper.replace(/[^0-9A-Z-]/g, '')
}
