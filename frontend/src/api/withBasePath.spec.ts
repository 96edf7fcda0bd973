import { afterEach, expect, it, vi } from 'vitest'

import { exportCalls } from './admin/history'
import { http } from './http'
import { withBasePath } from './withBasePath'

function serveBelow(path: string): void {
  const base = document.createElement('base')
  base.setAttribute('href', path)
  document.head.append(base)
}

afterEach(() => document.querySelector('base')?.remove())

it.each([
  ['/', '/api/session'],
  ['/bell/', '/bell/api/session'],
  ['/a/b/', '/a/b/api/session'],
])('asks below %s', async (path, asked) => {
  serveBelow(path)
  const fetch = vi.fn(() => Promise.resolve(new Response('{}')))
  vi.stubGlobal('fetch', fetch)
  await http.get('/api/session')
  expect(fetch).toHaveBeenCalledWith(asked, expect.anything())
  expect(withBasePath('/ws')).toBe(path + 'ws')
})

it('asks at the top where the page says nothing', () => {
  expect(withBasePath('/ws')).toBe('/ws')
})

it('downloads below it too', async () => {
  serveBelow('/bell/')
  const fetch = vi.fn(() => Promise.resolve(new Response('')))
  vi.stubGlobal('fetch', fetch)
  await exportCalls('csv', 'audit', { q: 'taxi' }, new AbortController().signal)
  expect(fetch).toHaveBeenCalledWith(
    '/bell/api/admin/calls/export?q=taxi&format=csv&reason=audit',
    expect.anything(),
  )
})
