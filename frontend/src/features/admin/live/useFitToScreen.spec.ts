import { expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref, shallowRef } from 'vue'

import { useFitToScreen } from './useFitToScreen'

/** A board of so many regions on a screen for ten, and how often it was looked whether they fit. */
function board(regions: number) {
  const news = ref(0)
  const full = ref(true)
  const many = ref(regions)
  const looked = vi.fn()
  const part = shallowRef<HTMLElement | null>(null)
  const scope = effectScope()
  const fit = scope.run(() => useFitToScreen(part, full, () => news.value))!
  part.value = {
    get scrollHeight() {
      looked()
      return many.value * fit.value
    },
    clientHeight: 10,
  } as HTMLElement
  async function hear(times = 1): Promise<void> {
    looked.mockClear()
    for (let each = 0; each < times; each++) {
      news.value++
      await nextTick()
    }
    await vi.waitFor(() => expect(looked).toHaveBeenCalled())
    for (let each = 0; each < 30; each++) await nextTick()
  }
  return { fit, full, many, looked, hear, scope }
}

it('draws a board as large as it fits', async () => {
  const { fit, many, full, hear, scope } = board(12)
  await hear()
  expect(fit.value).toBe(0.8)
  many.value = 10
  await hear()
  expect(fit.value).toBe(1)
  many.value = 15
  await hear()
  expect(fit.value).toBe(0.65)
  full.value = false
  await vi.waitFor(() => expect(fit.value).toBe(1))
  scope.stop()
})

it('draws a board that fits in no size no more often than the news come', async () => {
  const { fit, looked, hear, scope } = board(90)
  await hear()
  expect(fit.value).toBe(0.6)
  expect(looked.mock.calls.length).toBeLessThan(6)
  await hear()
  expect(looked).toHaveBeenCalledTimes(1)
  // Of all that come within one picture: the first, and once more for the rest.
  await hear(20)
  await vi.waitFor(() => expect(looked).toHaveBeenCalledTimes(2))
  scope.stop()
})
