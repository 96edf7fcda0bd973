import { effectScope } from 'vue'
import { expect, it, vi } from 'vitest'

import { useCountdown } from './useCountdown'

it.each([3_600_000, -3_600_000])('ends in its time where the clock of the desk is set by %d ms', (by) => {
  vi.useFakeTimers()
  const done = vi.fn()
  const scope = effectScope()
  const countdown = scope.run(() => useCountdown(60, done))
  vi.advanceTimersByTime(30_000)
  vi.setSystemTime(Date.now() + by)
  vi.advanceTimersByTime(29_000)
  expect(countdown?.left.value).toBe(1)
  expect(done).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1_000)
  expect(done).toHaveBeenCalledOnce()
  scope.stop()
})
