import { effectScope, nextTick, ref } from 'vue'
import { beforeEach, expect, it, vi } from 'vitest'

import { useIdle, useStillThere } from './idle'

const minute = 60_000
beforeEach(() => vi.useFakeTimers())

it('notices that nobody has touched anything for a minute', () => {
  const left = vi.fn()
  effectScope().run(() => useIdle(minute, () => true, left))
  vi.advanceTimersByTime(minute - 1)
  window.dispatchEvent(new Event('pointerdown'))
  vi.advanceTimersByTime(minute - 1)
  expect(left).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(left).toHaveBeenCalledOnce()
})

it('does not count while something is going on', async () => {
  const left = vi.fn()
  const resting = ref(false)
  effectScope().run(() => useIdle(minute, () => resting.value, left))
  vi.advanceTimersByTime(2 * minute)
  expect(left).not.toHaveBeenCalled()
  resting.value = true
  await nextTick()
  vi.advanceTimersByTime(minute)
  expect(left).toHaveBeenCalledOnce()
})

it('asks first where something would be lost, as often as it takes', async () => {
  const there = effectScope().run(() => useStillThere(minute, () => true))
  for (let time = 0; time < 12; time++) {
    vi.advanceTimersByTime(minute)
    expect(there?.asking.value).toBe(true)
    there?.stay()
    await nextTick()
  }
})
