import { beforeEach, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'

import { repeatEvery, useRinging } from './useRinging'

const bell = { strike: vi.fn(), hush: vi.fn() }
const wanted = ref<'ring' | 'late' | null>(null)
const leading = ref(true)

beforeEach(() => {
  vi.useFakeTimers()
  bell.strike.mockClear()
  bell.hush.mockClear()
  wanted.value = null
  leading.value = true
})

it('rings at once and at least every ten seconds', async () => {
  const scope = effectScope()
  scope.run(() => useRinging(bell, wanted, leading))
  wanted.value = 'ring'
  await nextTick()
  expect(bell.strike).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(30_000)
  expect(repeatEvery).toBeLessThanOrEqual(10_000)
  expect(bell.strike.mock.calls.length).toBeGreaterThanOrEqual(4)
  scope.stop()
})

it('changes to the louder pattern and falls silent when nothing waits', async () => {
  const scope = effectScope()
  scope.run(() => useRinging(bell, wanted, leading))
  wanted.value = 'ring'
  await nextTick()
  wanted.value = 'late'
  await nextTick()
  expect(bell.strike).toHaveBeenLastCalledWith('late')
  wanted.value = null
  await nextTick()
  bell.strike.mockClear()
  vi.advanceTimersByTime(60_000)
  expect(bell.strike).not.toHaveBeenCalled()
  expect(bell.hush).toHaveBeenCalled()
  scope.stop()
})

it('leaves the sound to the leading tab and takes over from it', async () => {
  leading.value = false
  const scope = effectScope()
  scope.run(() => useRinging(bell, wanted, leading))
  wanted.value = 'ring'
  await nextTick()
  expect(bell.strike).not.toHaveBeenCalled()
  leading.value = true
  await nextTick()
  expect(bell.strike).toHaveBeenCalledTimes(1)
  scope.stop()
})
