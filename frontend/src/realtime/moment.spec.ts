import { expect, it, vi } from 'vitest'

import { moment, since } from './moment'

it('counts while the device sleeps, and where its clock is put back', () => {
  vi.useFakeTimers()
  const then = moment()
  vi.advanceTimersByTime(2_000)
  expect(since(then)).toBe(2_000)
  vi.setSystemTime(Date.now() - 3_600_000)
  vi.advanceTimersByTime(3_000)
  expect(since(then)).toBe(5_000)
  vi.setSystemTime(Date.now() + 7_200_000)
  expect(since(then)).toBe(3_605_000)
})
