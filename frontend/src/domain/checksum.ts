/** One call as a page holds it: which, how new, and how much of its chat. */
export interface HeldCall {
  id: string
  version: number
  lastSeq: number
}

/** FNV-1a of 32 bits over the text's UTF-8 bytes, as 8 hex digits: cheap, and no secret is kept by it. */
export function fnv1a(text: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** The same for the same calls, whatever their order; the server reckons it by the same rule. */
export function checksumOf(calls: readonly HeldCall[]): string {
  const sorted = [...calls].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return fnv1a(sorted.map(({ id, version, lastSeq }) => `${id}:${version}:${lastSeq}`).join('\n'))
}
