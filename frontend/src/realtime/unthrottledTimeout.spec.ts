import { beforeEach, expect, it, vi } from 'vitest'

/** A worker that fires when the spec says so. */
class FakeWorker {
  static last: FakeWorker
  onmessage?: (event: { data: number }) => void
  onerror?: () => void
  readonly asked: [number, number][] = []
  constructor() {
    FakeWorker.last = this
  }
  postMessage(asked: [number, number]): void {
    this.asked.push(asked)
  }
  fire(): void {
    const next = this.asked.shift()
    if (next) this.onmessage?.({ data: next[0] })
  }
}

async function freshly() {
  vi.resetModules()
  return (await import('./unthrottledTimeout')).unthrottledTimeout
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Worker', FakeWorker)
})

it('leaves the waiting to a worker', async () => {
  const unthrottledTimeout = await freshly()
  const act = vi.fn()
  unthrottledTimeout(1_000, act)
  vi.advanceTimersByTime(60_000)
  expect(act).not.toHaveBeenCalled()
  FakeWorker.last.fire()
  expect(act).toHaveBeenCalledOnce()
})

it('forgets what was stopped', async () => {
  const unthrottledTimeout = await freshly()
  const act = vi.fn()
  unthrottledTimeout(1_000, act)()
  FakeWorker.last.fire()
  expect(act).not.toHaveBeenCalled()
})

it('does without a worker that may not start, also when that is told late', async () => {
  const unthrottledTimeout = await freshly()
  const act = vi.fn()
  unthrottledTimeout(1_000, act)
  vi.advanceTimersByTime(400)
  FakeWorker.last.onerror?.()
  vi.advanceTimersByTime(600)
  expect(act).toHaveBeenCalledOnce()
  unthrottledTimeout(1_000, act)
  vi.advanceTimersByTime(1_000)
  expect(act).toHaveBeenCalledTimes(2)
})

it('does without workers', async () => {
  vi.stubGlobal('Worker', undefined)
  const unthrottledTimeout = await freshly()
  const act = vi.fn()
  unthrottledTimeout(1_000, act)
  vi.advanceTimersByTime(1_000)
  expect(act).toHaveBeenCalledOnce()
})
