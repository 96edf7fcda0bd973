const key = 'deskbell.reloadedAt'
const atMostEvery = 60_000

/** A page opened before an upgrade asks for files that no longer exist; only the new page knows the new names. */
export function reloadWhenOutdated(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(key) ?? 0)
    if (!navigator.onLine || Date.now() - last < atMostEvery) return
    event.preventDefault()
    sessionStorage.setItem(key, String(Date.now()))
    location.reload()
  })
}
