import { nextTick, onScopeDispose, ref, watch, type Ref } from 'vue'

import { Errand } from '@/realtime/errand'

const smallest = 0.6
const step = 0.05

/** Nobody scrolls a screen on a wall: there the board is drawn as much smaller as it takes, within what can be read. */
export function useFit(
  part: Readonly<Ref<HTMLElement | null>>,
  full: Readonly<Ref<boolean>>,
  news: () => unknown,
) {
  const fit = ref(1)

  async function measure(): Promise<void> {
    fit.value = 1
    await nextTick()
    const place = part.value
    while (full.value && place && place.scrollHeight > place.clientHeight && fit.value > smallest) {
      fit.value -= step
      await nextTick()
    }
  }

  // A busy house has more news than there are pictures a second, and each measuring draws the board anew.
  const measuring = new Errand(async () => {
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
  return fit
}
