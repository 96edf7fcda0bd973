import { expect, it } from 'vitest'

import { afterSignIn } from './afterSignIn'

it.each([
  ['ADMIN', '/admin/desks', '/admin/desks'],
  ['GUIDE', '/admin/desks', '/guide'],
  ['GUIDE', '//evil.example', '/guide'],
  ['GUIDE', '/guideline', '/guide'],
  ['GUIDE', undefined, '/guide'],
] as const)('sends %s who wanted %s to %s', (role, next, where) => {
  expect(afterSignIn(role, next)).toBe(where)
})
