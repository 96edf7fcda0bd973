import { ref } from 'vue'

export type Panel = 'talk' | 'notes' | 'history' | 'team' | 'more'

/** Which panel a narrow screen shows, and which of two lists stands in the left column of a wide one. */
export function usePanels() {
  const panel = ref<Panel>('talk')
  const list = ref<'notes' | 'history'>('notes')
  const shortcutsOpen = ref(false)

  function show(next: Panel): void {
    panel.value = next
    if (next === 'notes' || next === 'history') list.value = next
  }

  return { panel, list, shortcutsOpen, show }
}
