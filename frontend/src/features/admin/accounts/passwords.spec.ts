import { expect, it } from 'vitest'

import { isPassword, makePassword } from './passwords'

it('has ten characters or more', () => {
  expect(isPassword('123456789')).toBe(false)
  expect(isPassword('1234567890')).toBe(true)
  expect(isPassword('x'.repeat(73))).toBe(false)
  expect(isPassword('가'.repeat(24))).toBe(true)
  expect(isPassword('가'.repeat(25))).toBe(false)
})

it('is made anew each time, good, and easy to copy by hand', () => {
  const made = new Set(Array.from({ length: 50 }, makePassword))
  expect(made.size).toBe(50)
  for (const each of made) {
    expect(isPassword(each)).toBe(true)
    expect(each).toMatch(/^([a-kmnp-z2-9]{4}-){3}[a-kmnp-z2-9]{4}$/)
  }
})
