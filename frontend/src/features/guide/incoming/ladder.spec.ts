import { expect, it } from 'vitest'

import { isLate, nextStep, share } from './ladder'

it.each([
  [0, 'reminder', 20],
  [19.2, 'reminder', 1],
  [20, 'late', 25],
  [45, 'admins', 30],
  [75, 'missed', 45],
])('after %d s comes %s in %d s', (waited, step, seconds) => {
  expect(nextStep(waited)).toEqual({ step, seconds })
})

it('has nothing left to announce once it counts as missed', () => {
  expect(nextStep(120)).toBeNull()
  expect(share(200)).toBe(1)
})

it('is late from 45 seconds on', () => {
  expect([isLate(44.9), isLate(45)]).toEqual([false, true])
})
