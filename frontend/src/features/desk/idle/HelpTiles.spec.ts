import { beforeEach, expect, it } from 'vitest'

import { mountPage } from '@/testing/mountPage'

import { useAccessibilityOptions } from '../frame/useAccessibilityOptions'
import HelpTiles from './HelpTiles.vue'

beforeEach(() => useAccessibilityOptions().reset())

it('is called by its words and by how large the letters are', async () => {
  const large = mountPage(HelpTiles).get('[data-testid=help-large]')
  expect(large.element.textContent?.trim()).toBe('큰 글자')
  await large.trigger('click')
  expect(large.element.textContent?.trim()).toBe('큰 글자 150%')
  await large.trigger('click')
  expect(large.element.textContent?.trim()).toBe('큰 글자 200%')
})
