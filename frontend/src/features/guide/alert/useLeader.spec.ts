import { expect, it } from 'vitest'
import { effectScope, nextTick, ref, type Ref } from 'vue'

import { useLeader } from './useLeader'

/** Web Locks of one browser: one holder a name, the others wait in turn. */
class FakeLocks {
  private readonly queue: { name: string; take: () => Promise<void>; signal: AbortSignal }[] = []
  private holder: string | undefined

  request(name: string, { signal }: { signal: AbortSignal }, take: () => Promise<void>): Promise<void> {
    this.queue.push({ name, take, signal })
    this.next()
    return Promise.resolve()
  }

  query() {
    return Promise.resolve({ held: this.holder ? [{ name: this.holder }] : [] })
  }

  private next(): void {
    if (this.holder) return
    const first = this.queue.shift()
    if (!first) return
    if (first.signal.aborted) return this.next()
    this.holder = first.name
    void first.take().then(() => {
      this.holder = undefined
      this.next()
    })
  }
}

function tab(locks: FakeLocks, able: Ref<boolean>) {
  const scope = effectScope()
  const leader = scope.run(() => useLeader('bell', able, locks as unknown as LockManager))
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

it('is every tab where the browser has no locks', () => {
  const scope = effectScope()
  const leader = scope.run(() => useLeader('bell', ref(true), undefined as unknown as LockManager))
  expect(leader?.leading.value).toBe(true)
  scope.stop()
})
