import { afterEach, expect, it, vi } from 'vitest'

import { loadSockJs } from './loadSockJs'

const scripts = () => [...document.head.querySelectorAll('script')]
const end = (how: 'load' | 'error') => scripts().forEach((script) => script.dispatchEvent(new Event(how)))

afterEach(() => vi.unstubAllGlobals())

it('asks again for what did not load, and tells that it did not', async () => {
  const missing = vi.fn()
  window.addEventListener('vite:preloadError', missing)
  const first = loadSockJs()
  end('error')
  await expect(first).rejects.toThrow('SockJS')
  expect(missing).toHaveBeenCalledOnce()

  const second = loadSockJs()
  expect(scripts()).toHaveLength(1)
  class Loaded {}
  vi.stubGlobal('SockJS', Loaded)
  end('load')
  expect(await second).toBe(Loaded)
  expect(scripts()).toEqual([])
  window.removeEventListener('vite:preloadError', missing)
})
