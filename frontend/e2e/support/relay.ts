import { createServer, request, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

import { baseUrl, type Http } from './http'

interface Asked {
  path: string
  headers: IncomingHttpHeaders
}

/** Adds one client's cookies: sockjs-client outside a browser has no place for them. */
export const withCookiesOf =
  (http: Http) =>
  ({ path, headers }: Asked): Asked => ({ path, headers: { ...headers, cookie: http.cookies } })

/** Takes the path off below which it serves the server, and says so as proxies do. */
export const below =
  (prefix: string) =>
  ({ path, headers }: Asked): Asked => ({
    path: path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : '/not-here',
    headers: { ...headers, 'x-forwarded-host': headers.host, 'x-forwarded-prefix': prefix },
  })

/** Passes on, changed, what it is asked, and sees what that is. */
export class Relay {
  readonly paths: string[] = []
  private readonly server: Server

  private constructor(private readonly change: (asked: Asked) => Asked) {
    this.server = createServer((asked, answer) => {
      const onward = this.onward(asked)
      onward.on('response', (answered) => {
        answer.writeHead(answered.statusCode ?? 502, answered.headers)
        answered.pipe(answer)
      })
      onward.on('error', () => answer.destroy())
      answer.on('close', () => onward.destroy())
      asked.pipe(onward)
    })
    this.server.on('upgrade', (asked, near) => this.upgrade(asked, near))
  }

  static async open(change: (asked: Asked) => Asked): Promise<Relay> {
    const relay = new Relay(change)
    await new Promise<void>((resolve) => relay.server.listen(0, '127.0.0.1', resolve))
    return relay
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  close(): void {
    this.server.close()
    this.server.closeAllConnections()
  }

  private onward(asked: IncomingMessage) {
    this.paths.push(asked.url ?? '')
    const { path, headers } = this.change({ path: asked.url ?? '/', headers: asked.headers })
    const target = new URL(path, baseUrl)
    return request(target, {
      method: asked.method ?? 'GET',
      headers: { ...headers, host: target.host },
      agent: false,
    })
  }

  private upgrade(asked: IncomingMessage, near: Duplex): void {
    const onward = this.onward(asked)
    onward.on('upgrade', (answered, far, head) => {
      const lines = Object.entries(answered.headers).map(([name, value]) => `${name}: ${String(value)}`)
      near.write(['HTTP/1.1 101 Switching Protocols', ...lines, '', ''].join('\r\n'))
      near.write(head)
      near.pipe(far).pipe(near)
      near.on('error', () => far.destroy())
      far.on('error', () => near.destroy())
    })
    onward.on('response', () => near.destroy())
    onward.on('error', () => near.destroy())
    onward.end()
  }
}
