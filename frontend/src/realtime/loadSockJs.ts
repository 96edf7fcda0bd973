import type SockJsClass from 'sockjs-client'
import address from 'sockjs-client/dist/sockjs.min.js?url'

type SockJs = typeof SockJsClass
type Global = typeof globalThis & { SockJS?: SockJs }

/**
 * SockJS, which hardly anybody needs. A script and no import: what once could not be imported some browsers never ask for
 * again as long as the page lives.
 */
export async function loadSockJs(): Promise<SockJs> {
  const script = document.createElement('script')
  script.src = address
  const loaded = new Promise((resolve, reject) => {
    script.onload = resolve
    script.onerror = reject
  })
  document.head.append(script)
  try {
    await loaded
  } catch {
    // As Vite says it of an import: after an upgrade the file is gone, and the page has to load anew.
    window.dispatchEvent(new Event('vite:preloadError'))
  }
  script.remove()
  const { SockJS } = globalThis as Global
  if (!SockJS) throw new Error('SockJS did not load')
  return SockJS
}
