import { computed, nextTick, onScopeDispose, ref, watch, type Ref } from 'vue'

import { RetryingTask } from '@/realtime/retryingTask'

/** In per cent. */
const smallest = 60
const step = 5

/** Nobody can scroll a wallboard: in full screen it shrinks until it fits, within a readable size. */
export function useFitToScreen(
  part: Readonly<Ref<HTMLElement | null>>,
  full: Readonly<Ref<boolean>>,
  news: () => unknown,
) {
  const size = ref(100)

  async function overflows(): Promise<boolean> {
    await nextTick()
    const place = part.value
    return place !== null && place.scrollHeight > place.clientHeight
  }

  /** Starts from the current size and tries few others: each try lays out the whole board. */
  async function measure(): Promise<void> {
    if (!full.value) size.value = 100
    else if (await overflows()) await settle(smallest, size.value - step)
    else if (size.value < 100) await grow()
  }

  async function grow(): Promise<void> {
    const before = size.value
    size.value += step
    if (await overflows()) size.value = before
    else await settle(size.value, 100)
  }

  /** Binary search for the largest size that fits, or the smallest one. */
  async function settle(least: number, most: number): Promise<void> {
    let [low, high] = [least, Math.max(least, most)]
    while (full.value && low < high) {
      size.value = step * Math.ceil((low + high) / 2 / step)
      if (await overflows()) high = size.value - step
      else low = size.value
    }
    if (full.value) size.value = low
  }

  // Updates may be more frequent than animation frames.
  const measuring = new RetryingTask(async () => {
    if (full.value) await new Promise(requestAnimationFrame)
    await measure()
  })
  const measureSoon = () => void measuring.run()

  watch([full, news], measureSoon, { flush: 'post' })
  window.addEventListener('resize', measureSoon)
  onScopeDispose(() => {
    window.removeEventListener('resize', measureSoon)
    measuring.stop()
  })
  return computed(() => size.value / 100)
}
