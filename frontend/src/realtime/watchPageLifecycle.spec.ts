import { beforeEach, describe, expect, it, vi } from 'vitest'

import { FakeStompSockets, pass } from '@/testing/fakeStompSockets'

import { watchPageLifecycle } from './watchPageLifecycle'

let sockets: FakeStompSockets
let resync: ReturnType<typeof vi.fn<() => void>>

beforeEach(async () => {
  vi.useFakeTimers()
  sockets = new FakeStompSockets()
  resync = vi.fn<() => void>()
  await sockets.connect()
  await pass(0)
  sockets.connection.onConnected(resync)
  watchPageLifecycle(sockets.connection)
})

function become(state: DocumentVisibilityState): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  document.dispatchEvent(new Event('visibilitychange'))
}

/** Time goes on, no timer does; the socket is alive in the end. */
function sleep(milliseconds: number): void {
  vi.setSystemTime(Date.now() + milliseconds)
  sockets.heard = performance.now()
}

describe('after a sleep that the socket outlived', () => {
  it.each([
    ['the browser says that the page goes on', () => document.dispatchEvent(new Event('resume'))],
    [
      'the page comes out of the browser’s cache',
      () => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true })),
    ],
  ])('the socket is probed and the state fetched: %s', (_name, tell) => {
    tell()
    expect(resync).toHaveBeenCalledOnce()
    expect(sockets.newest.probes).toHaveLength(1)
    expect(sockets.newest.dropped).toBe(false)
  })

  it('that lasted while the page was hidden', () => {
    become('hidden')
    sleep(11_000)
    become('visible')
    expect(resync).toHaveBeenCalledOnce()
  })

  it('that lasted while the page was hidden, and its clock was put back', async () => {
    become('hidden')
    await pass(11_000)
    vi.setSystemTime(Date.now() - 3_600_000)
    become('visible')
    expect(resync).toHaveBeenCalledOnce()
  })

  it('that only a late tick tells of', async () => {
    sleep(60_000)
    expect(resync).not.toHaveBeenCalled()
    await pass(5_000)
    expect(resync).toHaveBeenCalledOnce()
  })

  it('it is fetched once, in however many ways it is told', () => {
    become('hidden')
    sleep(60_000)
    document.dispatchEvent(new Event('resume'))
    become('visible')
    expect(resync).toHaveBeenCalledOnce()
  })
})

it('fetches nothing after a short look at something else, and probes the socket', () => {
  become('hidden')
  sleep(5_000)
  become('visible')
  window.dispatchEvent(new Event('online'))
  expect(resync).not.toHaveBeenCalled()
  expect(sockets.newest.probes).toHaveLength(1)
})

it('fetches at once also where the socket is dead, which is replaced', async () => {
  sockets.heard = performance.now() - 60_000
  document.dispatchEvent(new Event('resume'))
  expect(resync).toHaveBeenCalledOnce()
  expect(sockets.newest.dropped).toBe(true)
  await pass(500)
  expect(sockets.opened).toHaveLength(2)
})

it('never fetches for a page that keeps time', async () => {
  const alive = setInterval(() => (sockets.heard = performance.now()), 1_000)
  await pass(120_000)
  clearInterval(alive)
  expect(resync).not.toHaveBeenCalled()
})
