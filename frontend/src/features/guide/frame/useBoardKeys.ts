import type { Guide } from '../guideContext'
import { useShortcuts } from './useShortcuts'

const focusOn = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus()

/** The page's keys. Accepting and declining mean the call that is drawn large, the one that waits longest. */
export function useBoardKeys({ shift, incoming, alerts, conversations, view }: Guide): void {
  const first = () => incoming.cards.value[0]?.call.id

  function accept(): void {
    const id = first()
    if (!id) return
    void alerts.unlock()
    if (incoming.accept(id)) shift.open()
  }

  useShortcuts({
    a: accept,
    d: () => {
      const id = first()
      if (id) incoming.decline(id)
    },
    n: () => {
      view.show('notes')
      requestAnimationFrame(() => focusOn('[data-focus="notes"]'))
    },
    m: () => {
      view.show('talk')
      const id = conversations.selected.value?.id
      if (id) requestAnimationFrame(() => focusOn(`[data-call="${id}"] textarea`))
    },
    '?': () => (view.shortcutsOpen.value = true),
  })
}
