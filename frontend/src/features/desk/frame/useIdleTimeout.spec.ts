import { effectScope, nextTick, ref } from 'vue'
import { beforeEach, expect, it, vi } from 'vitest'

import { useIdleTimeout, useStillThere } from './useIdleTimeout'

const minute = 60_000
beforeEach(() => vi.useFakeTimers())

it('notices that nobody has touched anything for a minute', () => {
  const left = vi.fn()
  effectScope().run(() => useIdleTimeout(minute, () => true, left))
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
  effectScope().run(() => useIdleTimeout(minute, () => resting.value, left))
  vi.advanceTimersByTime(2 * minute)
  expect(left).not.toHaveBeenCalled()
  resting.value = true
  await nextTick()
  vi.advanceTimersByTime(minute)
  expect(left).toHaveBeenCalledOnce()
})

it('asks first where something would be lost, as often as it takes', async () => {
  const there = effectScope().run(() => useStillThere({ limit: minute, waiting: () => true }))
  for (let time = 0; time < 12; time++) {
    vi.advanceTimersByTime(minute)
    expect(there?.asking.value).toBe(true)
    there?.stay()
    await nextTick()
  }
})

it('asks sooner while something else holds, counted from when it began', async () => {
  const offline = ref(false)
  const there = effectScope().run(() =>
    useStillThere(
      { limit: 3 * minute, waiting: () => true },
      { limit: minute, waiting: () => offline.value },
    ),
  )
  vi.advanceTimersByTime(minute)
  offline.value = true
  await nextTick()
  vi.advanceTimersByTime(minute - 1)
  expect(there?.asking.value).toBe(false)
  vi.advanceTimersByTime(1)
  expect(there?.asking.value).toBe(true)
})

it('never asks later because of it', async () => {
  const offline = ref(false)
  const there = effectScope().run(() =>
    useStillThere(
      { limit: 3 * minute, waiting: () => true },
      { limit: minute, waiting: () => offline.value },
    ),
  )
  vi.advanceTimersByTime(3 * minute - 1)
  offline.value = true
  await nextTick()
  vi.advanceTimersByTime(1)
  expect(there?.asking.value).toBe(true)
})
