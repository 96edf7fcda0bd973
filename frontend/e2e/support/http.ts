import { expect } from '@playwright/test'

export interface Answer {
  status: number
  headers: Headers
  body: unknown
}

export const baseUrl = new URL(process.env.BASE_URL ?? 'http://localhost:8080').href

/** HTTP with cookies and the CSRF token, as a client without a browser has to do it. */
export class Http {
  private readonly jar = new Map<string, string>()

  get cookies(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  get token(): string {
    return decodeURIComponent(this.jar.get('XSRF-TOKEN') ?? '')
  }

  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const headers: Record<string, string> = { accept: 'application/json' }
    if (this.jar.size > 0) headers.cookie = this.cookies
    if (this.token) headers['X-XSRF-TOKEN'] = this.token
    if (body !== undefined) headers['content-type'] = 'application/json'
    const response = await fetch(new URL(path, baseUrl), {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    response.headers.getSetCookie().forEach((cookie) => this.keep(cookie))
    const text = await response.text()
    const json = /json/.test(response.headers.get('content-type') ?? '')
    return {
      status: response.status,
      headers: response.headers,
      body: json && text ? (JSON.parse(text) as unknown) : text,
    }
  }

  async get<T>(path: string): Promise<T> {
    return this.answered<T>('GET', path, undefined, 200)
  }

  async post<T>(path: string, body: unknown, status: number): Promise<T> {
    return this.answered<T>('POST', path, body, status)
  }

  async patch<T>(path: string, body: unknown): Promise<T> {
    return this.answered<T>('PATCH', path, body, 200)
  }

  private async answered<T>(method: string, path: string, body: unknown, status: number): Promise<T> {
    const answer = await this.ask(method, path, body)
    expect(answer, `${method} ${path}`).toMatchObject({ status })
    return answer.body as T
  }

  private keep(cookie: string): void {
    const pair = cookie.split(';', 1)[0] ?? ''
    const at = pair.indexOf('=')
    this.jar.set(pair.slice(0, at), pair.slice(at + 1))
  }
}
