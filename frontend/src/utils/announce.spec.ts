import { beforeEach, expect, it } from 'vitest'
import { nextTick } from 'vue'

import { announce, announcement } from './announce'

beforeEach(() => nextTick())

it('says all that comes at once', () => {
  announce('one')
  announce('two')
  expect(announcement.value).toBe('one two')
})

it('says the next instead of what has been shown', async () => {
  announce('one')
  await nextTick()
  announce('two')
  expect(announcement.value).toBe('two')
})

it('says the same words again', async () => {
  announce('one')
  await nextTick()
  announce('one')
  expect(announcement.value).not.toBe('one')
  expect(announcement.value.trim()).toBe('one')
})
