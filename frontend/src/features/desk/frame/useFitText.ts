import { onMounted, onScopeDispose, type Ref } from 'vue'

const least = 0.4
const steps = 6

/** The largest factor up to `most` that fits, or the least there is. */
export function largestFitting(fits: (factor: number) => boolean, most = 1): number {
  if (fits(most)) return most
  let [low, high] = [least, most]
  for (let step = 0; step < steps; step++) {
    const middle = (low + high) / 2
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}

/**
 * Letters grow as far as the glass has room for what is said: nothing is cut, whatever the language, the names and
 * the screen. They may become smaller while a screen stands, never larger, so that its words do not jump.
 */
export function useFitText(glass: Ref<HTMLElement | null>): void {
  const root = document.documentElement
  let factor = 1
  let fitted = ''

  function grow(next: number): void {
    factor = next
    root.style.setProperty('--desk-fit', String(next))
  }

  const dialog = () => glass.value?.querySelector('dialog')

  function fits(next: number): boolean {
    grow(next)
    return [glass.value, dialog()].every(
      (box) => !box || (box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1),
    )
  }

  /** What a new fitting is for: another screen or question, language, size of the letters or of the glass. */
  function occasion(box: HTMLElement): string {
    const screen = box.querySelector<HTMLElement>('[data-screen]')?.dataset.screen
    return [screen, Boolean(dialog()), root.lang, box.className, box.getAttribute('style')].join()
  }

  function fit(): void {
    if (!glass.value) return
    const now = occasion(glass.value)
    grow(largestFitting(fits, now === fitted ? factor : 1))
    fitted = now
  }

  function fitAnew(): void {
    fitted = ''
    fit()
  }

  const words = new MutationObserver(fit)
  const measures = new MutationObserver(fit)
  onMounted(() => {
    if (!glass.value) return
    words.observe(glass.value, { childList: true, characterData: true, subtree: true })
    measures.observe(glass.value, { attributeFilter: ['class', 'style'] })
    document.fonts?.addEventListener('loadingdone', fitAnew)
    fit()
  })
  onScopeDispose(() => {
    words.disconnect()
    measures.disconnect()
    document.fonts?.removeEventListener('loadingdone', fitAnew)
    root.style.removeProperty('--desk-fit')
  })
}
