import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

import { baseUrl, type Http } from './http'

/**
 * Adds one client's cookies to whatever passes: sockjs-client outside a browser has no place for them. It also
 * sees which transport was really used.
 */
export class Relay {
  readonly paths: string[] = []
  private readonly server: Server

  private constructor(private readonly http: Http) {
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

  static async open(http: Http): Promise<Relay> {
    const relay = new Relay(http)
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
    const target = new URL(asked.url ?? '/', baseUrl)
    const headers = { ...asked.headers, host: target.host, cookie: this.http.cookies }
    return request(target, { method: asked.method ?? 'GET', headers, agent: false })
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
