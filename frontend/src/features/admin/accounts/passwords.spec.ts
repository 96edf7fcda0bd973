import { expect, it } from 'vitest'

import { isValidPassword, generatePassword } from './passwords'

it('has ten characters or more', () => {
  expect(isValidPassword('123456789')).toBe(false)
  expect(isValidPassword('1234567890')).toBe(true)
  expect(isValidPassword('x'.repeat(73))).toBe(false)
  expect(isValidPassword('가'.repeat(24))).toBe(true)
  expect(isValidPassword('가'.repeat(25))).toBe(false)
})

it('is made anew each time, good, and easy to copy by hand', () => {
  const made = new Set(Array.from({ length: 50 }, generatePassword))
  expect(made.size).toBe(50)
  for (const each of made) {
    expect(isValidPassword(each)).toBe(true)
    expect(each).toMatch(/^([a-kmnp-z2-9]{4}-){3}[a-kmnp-z2-9]{4}$/)
  }
})
