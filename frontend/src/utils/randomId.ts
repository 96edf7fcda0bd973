/** A random id; `crypto.randomUUID` exists only on https and localhost, and kiosks are served on plain addresses. */
export function randomId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((each) => each.toString(16).padStart(2, '0'))
    .join('')
}
