import { onScopeDispose } from 'vue'

const presses: ReadonlySet<string> = new Set(['Enter', ' '])

function ignoreHeld(event: KeyboardEvent): void {
  const pressesButton = event.target instanceof Element && event.target.closest('button') !== null
  if (event.repeat && presses.has(event.key) && pressesButton) event.preventDefault()
}

/** A key held down, or a physical button that is stuck, presses what it presses once. */
export function useIgnoreHeldKeys(): void {
  window.addEventListener('keydown', ignoreHeld, { capture: true })
  onScopeDispose(() => window.removeEventListener('keydown', ignoreHeld, { capture: true }))
}
