import { expect, it } from 'vitest'

import { deskStateOf } from './deskState'

it.each([
  [{ enabled: false, paired: true, online: true }, 'disabled'],
  [{ enabled: true, paired: false, online: false }, 'unpaired'],
  [{ enabled: true, paired: true, online: false }, 'offline'],
  [{ enabled: true, paired: true, online: true }, 'online'],
])('a desk that is %o is %s', (desk, state) => {
  expect(deskStateOf(desk)).toBe(state)
})
