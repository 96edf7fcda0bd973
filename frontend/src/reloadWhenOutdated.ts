const key = 'deskbell.reloadedAt'
const atMostEvery = 60_000
const startAgainAfter = 5_000

const scriptOf = (page: Document) => page.querySelector('script[type=module][src]')?.getAttribute('src')

/** After an upgrade the page at our address begins with another script. */
async function isOutdated(): Promise<boolean> {
  const answer = await fetch(location.href, { cache: 'no-store', headers: { accept: 'text/html' } })
  const fresh = scriptOf(new DOMParser().parseFromString(await answer.text(), 'text/html'))
  return answer.ok && Boolean(fresh) && fresh !== scriptOf(document)
}

function once(reload: () => void): void {
  const last = Number(sessionStorage.getItem(key) ?? 0)
  if (Math.abs(Date.now() - last) < atMostEvery) return
  sessionStorage.setItem(key, String(Date.now()))
  reload()
}

/**
 * A page opened before an upgrade asks for files that no longer exist; only the new page knows the new names. A file
 * that got lost on its way is no reason to take away what is being written.
 */
export function reloadWhenOutdated(reload = () => location.reload()): void {
  window.addEventListener('vite:preloadError', () => {
    void isOutdated()
      .catch(() => false)
      .then((outdated) => outdated && once(reload))
  })
}

/** Nothing can be shown without it, and nobody stands at a kiosk to load the page again. */
export function reloadAfterFailure(failure: unknown): never {
  setTimeout(() => location.reload(), startAgainAfter)
  throw failure
}
