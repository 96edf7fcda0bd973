import { expect, it, vi } from 'vitest'

import { pressLimiter } from './pressLimiter'

function hand() {
  let time = 0
  const counts = pressLimiter(() => time)
  return (after: number) => {
    time += after
    return counts()
  }
}

it('counts whatever a visitor can press', () => {
  const press = hand()
  for (let time = 0; time < 50; time++) expect(press(1_001)).toBe(true)
})

it('ignores a stuck button from its eleventh press in ten seconds on, until it rests', () => {
  const press = hand()
  for (let time = 0; time < 10; time++) expect(press(200)).toBe(true)
  for (let time = 0; time < 200; time++) expect(press(200)).toBe(false)
  expect(press(10_000)).toBe(true)
})

it('does not take presses long ago for a stuck button where the clock is put back', () => {
  vi.useFakeTimers()
  const counts = pressLimiter()
  for (let time = 0; time < 8; time++) expect(counts()).toBe(true)
  vi.advanceTimersByTime(60_000)
  vi.setSystemTime(Date.now() - 3_600_000)
  for (let time = 0; time < 8; time++) expect(counts()).toBe(true)
})
