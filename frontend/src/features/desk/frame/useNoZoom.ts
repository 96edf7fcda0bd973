import { onScopeDispose } from 'vue'

// A keyboard lies over the desk, which makes room for it itself: its letters keep their size.
const viewport = 'width=device-width, initial-scale=1, viewport-fit=cover'
const zoomKeys: ReadonlySet<string> = new Set(['+', '=', '-', '_', '0'])

const stop = (event: Event) => event.preventDefault()
const stopWheel = (event: WheelEvent) => event.ctrlKey && event.preventDefault()
const stopKey = (event: KeyboardEvent) =>
  (event.ctrlKey || event.metaKey) && zoomKeys.has(event.key) && event.preventDefault()

/**
 * Nothing enlarges the desk but its own larger letters: what one visitor has drawn apart, the next would find so, and
 * could not put it back. Touch is told by `touch-action`; this is for trackpads, keys and Safari.
 */
export function useNoZoom(): void {
  const meta = document.querySelector('meta[name=viewport]')
  const usual = meta?.getAttribute('content') ?? ''
  meta?.setAttribute('content', viewport)
  window.addEventListener('wheel', stopWheel, { passive: false })
  window.addEventListener('keydown', stopKey)
  window.addEventListener('gesturestart', stop)
  onScopeDispose(() => {
    meta?.setAttribute('content', usual)
    window.removeEventListener('wheel', stopWheel)
    window.removeEventListener('keydown', stopKey)
    window.removeEventListener('gesturestart', stop)
  })
}
