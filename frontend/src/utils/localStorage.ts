/** localStorage that never throws: private windows and locked-down kiosks refuse it. */
export function saveToLocalStorage(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // The choice then lasts as long as the page does.
  }
}

export function readLocalStorage<T extends string>(key: string, allowed: readonly T[]): T | undefined {
  try {
    const value = localStorage.getItem(key)
    return allowed.find((each) => each === value)
  } catch {
    return undefined
  }
}

export const shiftKey = 'deskbell.shift'

/** What is of a person, not of this browser as the language and the colours are. */
export function clearPersonalStorage(): void {
  try {
    localStorage.removeItem(shiftKey)
  } catch {
    // Nothing was kept then.
  }
}
