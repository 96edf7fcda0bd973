import { beforeEach, expect, it, vi } from 'vitest'

import { reloadWhenOutdated } from '@/reloadWhenOutdated'

const reload = vi.fn()
let served = ''

const page = (script: string) => `<!doctype html><script type="module" src="/assets/${script}.js"></script>`

async function fileIsMissing() {
  window.dispatchEvent(new Event('vite:preloadError', { cancelable: true }))
  await new Promise((done) => setTimeout(done))
}

beforeEach(() => {
  sessionStorage.clear()
  reload.mockReset()
  document.head.innerHTML = page('old')
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(served)))
})

reloadWhenOutdated(reload)

it('loads the new page once where the server has another', async () => {
  served = page('new')
  await fileIsMissing()
  await fileIsMissing()
  expect(reload).toHaveBeenCalledOnce()
})

it('loads it also where the clock was put back since the last time', async () => {
  served = page('new')
  await fileIsMissing()
  vi.useFakeTimers({ now: Date.now() - 3_600_000, toFake: ['Date'] })
  await fileIsMissing()
  expect(reload).toHaveBeenCalledTimes(2)
})

it('stays where a file of this page got lost, or nobody answers', async () => {
  served = page('old')
  await fileIsMissing()
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  await fileIsMissing()
  expect(reload).not.toHaveBeenCalled()
})
