import type { Page } from '@playwright/test'

/** Everything the page holds: what it shows, and what it has stored anywhere. */
export function everythingHeld(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const all = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('unreadable'))
      })
    const stored: unknown[] = [{ ...sessionStorage }, { ...localStorage }, document.cookie, history.state]
    for (const { name } of await indexedDB.databases()) {
      const database = await all(indexedDB.open(name ?? ''))
      for (const store of database.objectStoreNames) {
        stored.push(await all(database.transaction(store).objectStore(store).getAll()))
      }
      database.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) stored.push(await (await cache.match(request))?.text())
    }
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(
      ({ value }) => value,
    )
    return JSON.stringify([document.documentElement.outerHTML, document.title, fields, stored])
  })
}
