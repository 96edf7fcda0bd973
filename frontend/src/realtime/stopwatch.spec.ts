import { expect, it, vi } from 'vitest'

import { startStopwatch } from './stopwatch'

it('counts while the device sleeps, and where its clock is put back', () => {
  vi.useFakeTimers()
  const elapsed = startStopwatch()
  vi.advanceTimersByTime(2_000)
  expect(elapsed()).toBe(2_000)
  vi.setSystemTime(Date.now() - 3_600_000)
  vi.advanceTimersByTime(3_000)
  expect(elapsed()).toBe(5_000)
  vi.setSystemTime(Date.now() + 7_200_000)
  expect(elapsed()).toBe(3_605_000)
})
