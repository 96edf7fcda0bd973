import { onScopeDispose, ref } from 'vue'

/**
 * How much of the page's height can be seen beside an on-screen keyboard, in pixels of the page: two fingers that
 * enlarge it take nothing away.
 */
export function useVisibleHeight() {
  const measure = () => {
    const view = window.visualViewport
    return view ? Math.round(view.height * view.scale) : window.innerHeight
  }
  const height = ref(measure())
  const look = () => (height.value = measure())
  const news = [window, window.visualViewport] as const
  news.forEach((each) => each?.addEventListener('resize', look))
  onScopeDispose(() => news.forEach((each) => each?.removeEventListener('resize', look)))
  return height
}
