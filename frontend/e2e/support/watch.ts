import type { BrowserContext, ConsoleMessage, Request, Response } from '@playwright/test'

/** What a test expects to go wrong, told by where it goes wrong. */
export type Excuse = RegExp | string

/** Collects whatever a tidy page never does: errors, failed requests, requests to elsewhere. */
export class Watch {
  readonly troubles: string[] = []
  private readonly excuses: Excuse[] = []

  constructor(
    private readonly name: string,
    private readonly base: string,
    context: BrowserContext,
  ) {
    context.on('console', (message) => this.console(message))
    context.on('weberror', (event) =>
      this.note(`page error: ${String(event.error())}`, event.page()?.url() ?? ''),
    )
    context.on('requestfailed', (request) => this.failed(request))
    context.on('response', (response) => this.answered(response))
    context.on('request', (request) => this.asked(request))
    context.on('page', (page) =>
      page.on('websocket', (socket) => {
        if (!this.isHere(socket.url().replace(/^ws/, 'http'))) this.note('socket to elsewhere', socket.url())
      }),
    )
  }

  /** Errors at addresses that fit are part of the test from now on. */
  excuse(...excuses: Excuse[]): void {
    this.excuses.push(...excuses)
  }

  private console(message: ConsoleMessage): void {
    if (message.type() !== 'error') return
    // Chromium's own line for an answer or a failure that is judged as such below.
    if (message.text().startsWith('Failed to load resource')) return
    this.note(`console: ${message.text()}`, message.location().url)
  }

  private failed(request: Request): void {
    const reason = request.failure()?.errorText ?? ''
    // The page itself gave up on it, as it does when it leaves or ends its connection.
    if (reason === 'net::ERR_ABORTED') return
    this.note(`failed: ${request.method()} ${reason}`, request.url())
  }

  private answered(response: Response): void {
    const { status, path } = { status: response.status(), path: new URL(response.url()).pathname }
    // How a client learns that nobody is signed in (docs/protocol.md, "Sign in").
    if (status < 400 || (status === 401 && path.endsWith('/api/session'))) return
    this.note(`answer: ${response.request().method()} ${status}`, response.url())
  }

  private asked(request: Request): void {
    const url = request.url()
    if (url.startsWith('http') && !this.isHere(url)) this.note('request to elsewhere', url)
  }

  private isHere(url: string): boolean {
    return url.startsWith(this.base)
  }

  private note(what: string, where: string): void {
    const trouble = `${this.name}: ${what} (${where})`
    const fits = (excuse: Excuse) =>
      typeof excuse === 'string' ? trouble.includes(excuse) : excuse.test(trouble)
    if (!this.excuses.some(fits)) this.troubles.push(trouble)
  }
}
