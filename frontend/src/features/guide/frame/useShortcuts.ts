import { onScopeDispose, readonly, ref } from 'vue'

import { readLocalStorage, saveToLocalStorage } from '@/utils/localStorage'

const storageKey = 'deskbell.shortcuts'

/** Single keys can be switched off: speech input and a slip of the hand would trigger them. */
const single = ref(readLocalStorage(storageKey, ['on', 'off']) !== 'off')

export const singleKeys = readonly(single)

export function switchSingleKeys(on: boolean): void {
  single.value = on
  saveToLocalStorage(storageKey, on ? 'on' : 'off')
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  )
}

/** The key's letter wherever it lies: with the Korean layout on, the A key types ㅁ. */
function letterOf(event: KeyboardEvent): string {
  if (event.key === '?') return '?'
  if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase()
  return event.code.startsWith('Key') ? event.code.slice(3).toLowerCase() : ''
}

/** Runs what belongs to a key: alone outside of fields, and with Alt everywhere. Not while a dialog asks. */
export function useShortcuts(acts: Record<string, () => void>): void {
  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.repeat || event.ctrlKey || event.metaKey) return
    if (!event.altKey && (!single.value || isWriting(event.target))) return
    if (document.querySelector('.v-overlay--active [role$="dialog"], .v-overlay--active[role$="dialog"]'))
      return
    const act = acts[letterOf(event)]
    if (!act) return
    event.preventDefault()
    act()
  }
  window.addEventListener('keydown', onKey)
  onScopeDispose(() => window.removeEventListener('keydown', onKey))
}
