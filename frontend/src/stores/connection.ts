import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

import { useLink, type LinkState } from '@/realtime/link'

/** How the connection stands, for the page to show. */
export const useConnectionStore = defineStore('connection', () => {
  const link = useLink()
  const state = ref<LinkState>(link.state)
  link.onState((next) => (state.value = next))
  const online = computed(() => state.value === 'online')
  return { state, online, open: () => link.open(), close: () => link.close() }
})
