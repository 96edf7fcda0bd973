import type { Page } from '@playwright/test'

export interface Carrier {
  name: string
  /** What lies between this browser and the server from now on. */
  block(page: Page): Promise<void>
  /** What a request that carries must look like, and what none may. */
  carries: RegExp
  never: RegExp
}

/** Something in between that lets no WebSocket through: an error, and the end, before it ever opened. */
function failingWebSocket(): void {
  class Blocked extends EventTarget {
    readonly url: string
    readyState = 0
    onopen: ((event: Event) => void) | null = null
    onerror: ((event: Event) => void) | null = null
    onclose: ((event: CloseEvent) => void) | null = null

    constructor(url: string | URL) {
      super()
      this.url = String(url)
      setTimeout(() => {
        this.readyState = 3
        const [failed, ended] = [new Event('error'), new CloseEvent('close', { code: 1006 })]
        this.onerror?.(failed)
        this.dispatchEvent(failed)
        this.onclose?.(ended)
        this.dispatchEvent(ended)
      })
    }

    send(): void {}
    close(): void {}
  }
  const Native = window.WebSocket
  window.WebSocket = new Proxy(Native, {
    construct: (target, [url, protocols]: [string | URL, string[]?]) =>
      new URL(url, location.href).pathname.startsWith('/ws/') ? new Blocked(url) : new target(url, protocols),
  })
}

export const carriers: Carrier[] = [
  {
    name: 'the WebSocket',
    block: async () => {},
    carries: /^ws.*\/ws\/websocket$/,
    never: /\/xhr/,
  },
  {
    name: 'xhr-streaming, where WebSockets are blocked',
    block: async (page) => {
      await page.context().addInitScript(failingWebSocket)
    },
    carries: /\/xhr_streaming/,
    never: /\/ws\/websocket$|\/xhr(\?|$)/,
  },
  {
    name: 'xhr-polling, where streaming is blocked as well',
    block: async (page) => {
      await page.context().addInitScript(failingWebSocket)
      await page.context().route(/\/xhr_streaming/, (route) => route.abort('connectionreset'))
    },
    carries: /\/xhr(\?|$)/,
    never: /\/ws\/websocket$/,
  },
]

/** Every address a page has asked for under `/ws`, sockets included. */
export function listen(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/ws/')) asked.push(request.url())
  })
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).pathname.startsWith('/ws/')) asked.push(socket.url())
  })
  return asked
}
