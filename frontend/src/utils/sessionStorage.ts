/** sessionStorage that never throws: what a reload of this tab should not lose. */
export function saveToSessionStorage(key: string, value: string): void {
  try {
    if (value) sessionStorage.setItem(key, value)
    else sessionStorage.removeItem(key)
  } catch {
    // Then it lasts as long as the page does.
  }
}

export function readSessionStorage(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

/** Whoever signs in next in this tab does not find it. */
export function clearSessionStorage(): void {
  try {
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith('deskbell.'))
      .forEach((key) => sessionStorage.removeItem(key))
  } catch {
    // Nothing was kept then.
  }
}
