import { beforeEach, describe, expect, it, vi } from 'vitest'

import { abortReadsDuring, http, onSignedOut, toQuery } from './http'
import { ApiProblem } from './problem'
import { serverNow } from './serverClock'

const answers = vi.fn<typeof fetch>()

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json', ...headers },
  })
}

async function problemFrom(request: Promise<unknown>): Promise<ApiProblem> {
  const problem = await request.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(problem).toBeInstanceOf(ApiProblem)
  return problem as ApiProblem
}

const sentHeaders = (call: number) => answers.mock.calls[call]?.[1]?.headers as Record<string, string>

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=; max-age=0'
  answers.mockReset()
  vi.stubGlobal('fetch', answers)
  onSignedOut(() => {})
})

describe('a refusal', () => {
  it('keeps its code, fields and when to come back', async () => {
    const errors = [{ field: 'name', detail: 'too long' }]
    answers.mockResolvedValue(
      json(429, { code: 'TOO_MANY_ATTEMPTS', detail: 'slow down', errors }, { 'retry-after': '30' }),
    )
    const problem = await problemFrom(http.get('/api/x'))
    expect(problem).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', status: 429, detail: 'slow down', errors })
    expect(problem.retryAfter).toBe(30)
  })

  it.each([
    [502, 'UNAVAILABLE'],
    [404, 'NOT_FOUND'],
    [418, 'UNKNOWN'],
  ])('of a proxy (%i) is %s', async (status, code) => {
    answers.mockResolvedValue(new Response('<html>', { status, headers: { 'content-type': 'text/html' } }))
    expect((await problemFrom(http.get('/api/x'))).code).toBe(code)
  })

  it('by a broken network is UNAVAILABLE', async () => {
    answers.mockRejectedValue(new TypeError('Failed to fetch'))
    expect(await problemFrom(http.get('/api/x'))).toMatchObject({ code: 'UNAVAILABLE', status: 0 })
  })

  it('for want of a session is told, bad credentials are not', async () => {
    const told = vi.fn()
    onSignedOut(told)
    document.cookie = 'XSRF-TOKEN=a'
    answers.mockResolvedValueOnce(json(401, { code: 'BAD_CREDENTIALS' }))
    await problemFrom(http.post('/api/session', {}))
    expect(told).not.toHaveBeenCalled()
    answers.mockResolvedValueOnce(json(401, { code: 'BAD_CREDENTIALS' }))
    await problemFrom(http.get('/api/notes'))
    expect(told).toHaveBeenCalledOnce()
  })
})

describe('the end of a session', () => {
  const answerUnlessBroken: typeof fetch = (path, options) =>
    new Promise((answer, fail) => {
      const { method, signal } = options ?? {}
      if (method === 'DELETE') answer(new Response(null, { status: 204 }))
      if (signal?.aborted) fail(signal.reason as Error)
      signal?.addEventListener('abort', () => fail(signal.reason as Error))
      if (path === '/api/after') answer(json(200, 'read'))
    })

  it('breaks off what is read, and nothing is read before it', async () => {
    document.cookie = 'XSRF-TOKEN=a'
    answers.mockImplementation(answerUnlessBroken)
    const before = problemFrom(http.get('/api/before'))
    let meanwhile: Promise<ApiProblem> | undefined
    await abortReadsDuring(async () => {
      meanwhile = problemFrom(http.get('/api/meanwhile'))
      await http.delete('/api/session')
    })
    expect(await before).toMatchObject({ status: 0 })
    expect(await meanwhile).toMatchObject({ status: 0 })
    expect(await http.get('/api/after')).toBe('read')
  })

  it('that fails lets pages go on', async () => {
    answers.mockImplementation(answerUnlessBroken)
    await expect(abortReadsDuring(() => Promise.reject(ApiProblem.unreachable()))).rejects.toThrow()
    expect(await http.get('/api/after')).toBe('read')
  })
})

describe('a changing request', () => {
  it('fetches the token first when there is none', async () => {
    answers.mockImplementation((path) => {
      if (path === '/api/session') document.cookie = 'XSRF-TOKEN=fresh%2B1'
      return Promise.resolve(json(200, {}))
    })
    await http.post('/api/notes', {})
    expect(answers.mock.calls.map(([path]) => path)).toEqual(['/api/session', '/api/notes'])
    expect(sentHeaders(1)['X-XSRF-TOKEN']).toBe('fresh+1')
  })

  it('is sent once more when the token has changed meanwhile', async () => {
    document.cookie = 'XSRF-TOKEN=old'
    answers.mockImplementationOnce(() => {
      document.cookie = 'XSRF-TOKEN=new'
      return Promise.resolve(json(403, { code: 'FORBIDDEN' }))
    })
    answers.mockResolvedValueOnce(new Response(null, { status: 204 }))
    await http.delete('/api/session')
    expect(sentHeaders(1)['X-XSRF-TOKEN']).toBe('new')
  })
})

it('leaves empty filters out and repeats lists', () => {
  expect(toQuery({ q: '', state: ['RINGING', 'ACTIVE'], from: undefined, limit: 5 })).toBe(
    '?state=RINGING&state=ACTIVE&limit=5',
  )
})

it.each([
  [200, '09:48:00'],
  [503, '12:48:00'],
])('takes the time from an answer of %i', async (status, time) => {
  vi.useFakeTimers({ now: new Date('2026-11-22T10:48:00.000Z') })
  answers.mockResolvedValue(json(status, {}, { date: `Sun, 22 Nov 2026 ${time} GMT` }))
  await http.get('/api/x').catch(() => {})
  expect(new Date(serverNow()).toISOString()).toBe(`2026-11-22T${time}.500Z`)
})
