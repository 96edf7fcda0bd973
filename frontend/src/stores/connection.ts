import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

import { getRealtimeClient, type ConnectionState } from '@/realtime/realtimeClient'

/** How the connection stands, for the page to show. */
export const useConnectionStore = defineStore('connection', () => {
  const client = getRealtimeClient()
  const state = ref<ConnectionState>(client.state)
  client.onState((next) => (state.value = next))
  const online = computed(() => state.value === 'online')
  return { state, online, open: () => client.open(), close: () => client.close() }
})
