import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

import { fetchPresence } from '@/api/presence'
import type { Presence, PresenceState } from '@/api/types'
import type { RegionEvent } from '@/realtime/destinations'
import { useLink } from '@/realtime/link'

import { useSessionStore } from './session'

type PresenceEvent = Extract<RegionEvent, { type: 'PRESENCE' | 'COVERAGE' | 'DESK' }>

/** Who is on duty where, and which desks answer. */
export const usePresenceStore = defineStore('presence', () => {
  const link = useLink()
  const sessions = useSessionStore()

  const people = ref(new Map<string, Presence[]>())
  const uncovered = ref(new Set<string>())
  const desks = ref(new Map<string, boolean>())
  const wanted = ref<PresenceState | null>(null)

  const own = computed<PresenceState>(() => wanted.value ?? sessions.session?.presence ?? 'AWAY')

  async function load(region: string, signal?: AbortSignal): Promise<void> {
    const { items } = await fetchPresence(region)
    signal?.throwIfAborted()
    people.value.set(region, items)
    const onDuty = items.some((each) => each.connected && each.state === 'AVAILABLE')
    if (onDuty) uncovered.value.delete(region)
    else uncovered.value.add(region)
  }

  function receive(region: string, event: PresenceEvent): void {
    if (event.type === 'COVERAGE') {
      if (event.onDuty) uncovered.value.delete(event.region)
      else uncovered.value.add(event.region)
    } else if (event.type === 'DESK') {
      desks.value.set(typeof event.desk === 'string' ? event.desk : event.desk.code, event.online)
    } else {
      moved(region, event)
    }
  }

  function moved(region: string, event: Extract<PresenceEvent, { type: 'PRESENCE' }>): void {
    if (event.username === sessions.username && event.connected) wanted.value = event.state
    const person = people.value.get(region)?.find((each) => each.username === event.username)
    if (person) Object.assign(person, { state: event.state, connected: event.connected })
    else if (people.value.has(region)) void load(region).catch(() => {})
  }

  /** Kept and told after the next reconnect when there is no connection now. */
  function setState(state: PresenceState): void {
    wanted.value = state
    link.send('/app/presence', { state })
  }

  async function resync(signal?: AbortSignal): Promise<void> {
    if (wanted.value) link.send('/app/presence', { state: wanted.value })
    await Promise.all(sessions.regions.map((region) => load(region.code, signal)))
  }

  function reset(): void {
    people.value.clear()
    uncovered.value.clear()
    desks.value.clear()
    wanted.value = null
  }

  return { people, uncovered, desks, own, load, receive, setState, resync, reset }
})
