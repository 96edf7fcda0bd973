import { afterEach, beforeEach, expect, it } from 'vitest'
import { nextTick } from 'vue'

import { mountPage } from '@/testing/mountPage'

import DeskFrame from './DeskFrame.vue'
import { useAccessibilityOptions } from './useAccessibilityOptions'
import { largestFitting } from './useFitText'

const letters = () => Number(document.documentElement.style.getPropertyValue('--desk-fit'))
let lines = 1
let desk: ReturnType<typeof mountPage>

beforeEach(() => {
  lines = 1
  // jsdom lays nothing out: each line is 200 px high where letters are as large as they may be.
  Object.defineProperties(HTMLElement.prototype, {
    clientHeight: { configurable: true, get: () => 1000 },
    scrollHeight: { configurable: true, get: () => lines * 200 * letters() },
  })
  desk = mountPage(DeskFrame, { slots: { default: '<p>안내원을 부르고 있습니다</p>' } })
})

afterEach(() => {
  desk.unmount()
  useAccessibilityOptions().reset()
  for (const each of ['clientHeight', 'scrollHeight']) Reflect.deleteProperty(HTMLElement.prototype, each)
})

async function say(count: number): Promise<void> {
  lines = count
  desk.get('p').element.textContent = `${count}`
  await nextTick()
}

it('finds the largest that fits, or the least there is', () => {
  expect(largestFitting(() => true)).toBe(1)
  expect(largestFitting((factor) => factor <= 0.7)).toBeCloseTo(0.7, 1)
  expect(largestFitting((factor) => factor <= 0.7)).toBeLessThanOrEqual(0.7)
  expect(largestFitting(() => false)).toBeCloseTo(0.4)
})

it('lets letters shrink until what is said has room, and not grow again below the eyes', async () => {
  expect(letters()).toBe(1)
  await say(7)
  const shrunk = letters()
  expect(shrunk).toBeLessThanOrEqual(5 / 7)
  expect(shrunk).toBeGreaterThan(0.65)
  await say(1)
  expect(letters()).toBe(shrunk)
})

it('looks anew when the visitor asks for other letters', async () => {
  await say(7)
  lines = 1
  useAccessibilityOptions().enlarge()
  await nextTick()
  await nextTick()
  expect(letters()).toBe(1)
})
