import { expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref, type Ref } from 'vue'

import { useLeaderTab } from './useLeaderTab'

interface Request {
  name: string
  take: () => Promise<void>
  signal: AbortSignal
}

/** Web Locks of one browser: one holder a name, the others wait in turn. */
class FakeLocks {
  private queue: Request[] = []
  private held: Request[] = []

  request(name: string, { signal }: { signal: AbortSignal }, take: () => Promise<void>): Promise<void> {
    this.queue.push({ name, take, signal })
    this.next()
    return Promise.resolve()
  }

  query() {
    return Promise.resolve({ held: this.held.map(({ name }) => ({ name })) })
  }

  private next(): void {
    this.queue = this.queue.filter(({ signal }) => !signal.aborted)
    const free = this.queue.find(({ name }) => !this.held.some((each) => each.name === name))
    if (!free) return
    this.queue = this.queue.filter((each) => each !== free)
    this.held.push(free)
    void free.take().then(() => {
      this.held = this.held.filter((each) => each !== free)
      this.next()
    })
    this.next()
  }
}

function tab(locks: FakeLocks, able: Ref<boolean>, online = ref(true)) {
  const scope = effectScope()
  const leader = scope.run(() => useLeaderTab('bell', able, online, locks as unknown as LockManager))
  if (!leader) throw new Error('no scope')
  return { ...leader, close: () => scope.stop() }
}

const settle = () => new Promise((resolve) => setTimeout(resolve))

it('is one of several tabs, and the next one when that is closed', async () => {
  const locks = new FakeLocks()
  const first = tab(locks, ref(true))
  const second = tab(locks, ref(true))
  await settle()
  expect([first.leading.value, second.leading.value]).toEqual([true, false])
  expect(second.elsewhere.value).toBe(true)
  first.close()
  await settle()
  expect(second.leading.value).toBe(true)
  second.close()
})

it('is never a tab whose sound is blocked', async () => {
  const locks = new FakeLocks()
  const able = ref(false)
  const mute = tab(locks, able)
  const loud = tab(locks, ref(true))
  expect([mute.leading.value, loud.leading.value]).toEqual([false, true])
  loud.close()
  await settle()
  expect(mute.leading.value).toBe(false)
  able.value = true
  await nextTick()
  expect(mute.leading.value).toBe(true)
  mute.close()
})

it('is never a tab that hears of no call, as long as another one does', async () => {
  const locks = new FakeLocks()
  const online = ref(true)
  const first = tab(locks, ref(true), online)
  const second = tab(locks, ref(true))
  await settle()
  online.value = false
  await settle()
  expect([first.leading.value, second.leading.value]).toEqual([false, true])
  second.close()
  first.close()
})

it('goes on to be the only tab, also while it is cut off', async () => {
  const online = ref(true)
  const only = tab(new FakeLocks(), ref(true), online)
  await settle()
  online.value = false
  await settle()
  expect(only.leading.value).toBe(true)
  only.close()
})

it('is handed over when another tab is back sooner', async () => {
  vi.useFakeTimers()
  const locks = new FakeLocks()
  const back = ref(false)
  const first = tab(locks, ref(true), ref(false))
  const second = tab(locks, ref(true), back)
  await vi.advanceTimersByTimeAsync(0)
  expect([first.leading.value, second.leading.value]).toEqual([true, false])
  back.value = true
  await vi.advanceTimersByTimeAsync(3_000)
  expect([first.leading.value, second.leading.value]).toEqual([false, true])
  first.close()
  second.close()
  vi.useRealTimers()
})

it('is every tab where the browser has no locks', () => {
  const scope = effectScope()
  const leader = scope.run(() => useLeaderTab('bell', ref(true), ref(true), undefined))
  expect(leader?.leading.value).toBe(true)
  scope.stop()
})
