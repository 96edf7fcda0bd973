import { parseLocalized } from './localizedNames'
import { ApiProblem, problemOf } from './problem'
import { adjustServerClock } from './serverClock'
import { withBasePath } from './withBasePath'

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
type QueryValue = string | number | boolean | null | undefined
export type Query = Record<string, QueryValue | readonly string[]>

interface Options {
  query?: Query
  body?: unknown
  signal?: AbortSignal
  /** The answer takes as long as it takes. */
  endless?: boolean
}

/** Where a 401 says that nobody is signed in or the word was wrong, not that a session was lost. */
const signingIn: ReadonlySet<string> = new Set(['/api/session', '/api/desk/pair'])

const timeout = 15_000
let reading = new AbortController()
let signedOut: () => void = () => {}

/** Called when the server no longer knows who asks, whatever was asked. */
export function onSignedOut(tell: () => void): void {
  signedOut = tell
}

/**
 * Ends a session. What is being read in it is broken off, and until it has ended nothing is read: the server could only
 * refuse it.
 */
export async function abortReadsDuring(endSession: () => Promise<void>): Promise<void> {
  const ended = reading
  ended.abort()
  try {
    await endSession()
  } finally {
    if (reading === ended) reading = new AbortController()
  }
}

export function csrfToken(): string | undefined {
  const pair = document.cookie.split('; ').find((each) => each.startsWith('XSRF-TOKEN='))
  return pair && decodeURIComponent(pair.slice('XSRF-TOKEN='.length))
}

export function toQuery(query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    const values = Array.isArray(value) ? (value as readonly string[]) : [value as QueryValue]
    for (const each of values) {
      if (each !== undefined && each !== null && each !== '') search.append(name, String(each))
    }
  }
  const text = search.toString()
  return text && `?${text}`
}

async function exchange(method: Method, path: string, options: Options, token?: string): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' }
  if (token) headers['X-XSRF-TOKEN'] = token
  if (options.body !== undefined) headers['content-type'] = 'application/json'
  const asked = performance.now()
  const signals = options.endless ? [] : [AbortSignal.timeout(timeout)]
  if (options.signal) signals.push(options.signal)
  if (method === 'GET' && !signingIn.has(path)) signals.push(reading.signal)
  try {
    const response = await fetch(withBasePath(path) + toQuery(options.query), {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.any(signals),
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    })
    // Every answer states the time, in whole seconds.
    adjustServerClock(Date.parse(response.headers.get('date') ?? '') + 500, asked)
    return response
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw ApiProblem.unreachable()
  }
}

async function change(method: Method, path: string, options: Options): Promise<Response> {
  if (!csrfToken()) await exchange('GET', '/api/session', {})
  const token = csrfToken()
  const response = await exchange(method, path, options, token)
  // The token rotates at sign-in; another tab may have done that between our reading and sending it.
  const rotated = response.status === 403 && csrfToken() !== token
  return rotated ? exchange(method, path, options, csrfToken()) : response
}

async function refuse(path: string, response: Response): Promise<never> {
  const problem = await problemOf(response)
  if (problem.status === 401 && !signingIn.has(path)) signedOut()
  throw problem
}

/** An answer to be read bit by bit; the signal, or the end of the session, breaks it off. */
export async function stream(path: string, query: Query, signal: AbortSignal): Promise<Response> {
  const response = await exchange('GET', path, { query, signal, endless: true })
  return response.ok ? response : refuse(path, response)
}

async function request<T>(method: Method, path: string, options: Options = {}): Promise<T> {
  const response =
    method === 'GET' ? await exchange(method, path, options) : await change(method, path, options)
  if (!response.ok) await refuse(path, response)
  if (response.status === 204) return undefined as T
  try {
    return parseLocalized(await response.text()) as T
  } catch {
    // A captive portal or a broken proxy answered in our name.
    throw ApiProblem.unreachable()
  }
}

export const http = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) =>
    request<T>('GET', path, { ...(query && { query }), ...(signal && { signal }) }),
  post: <T>(path: string, body?: unknown) => request<T>('POST', path, { body }),
  patch: <T>(path: string, body: unknown) => request<T>('PATCH', path, { body }),
  put: <T>(path: string, body: unknown) => request<T>('PUT', path, { body }),
  delete: (path: string) => request<void>('DELETE', path),
}

/** One path segment, whatever it holds. */
export const segment = encodeURIComponent
