import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

import { fetchDesks, fetchPresence } from '@/api/presence'
import { serverNow } from '@/api/serverClock'
import type { DeskStatus, Named, Presence, PresenceState } from '@/api/types'
import { newsWhileFetching } from '@/domain/newsWhileFetching'
import { languages } from '@/locales/languages'
import type { RegionEvent } from '@/realtime/destinations'
import { getRealtimeClient } from '@/realtime/realtimeClient'

import { useSessionStore } from './session'

type PresenceEvent = Extract<RegionEvent, { type: 'PRESENCE' | 'COVERAGE' | 'DESK' }>
type Of<T extends PresenceEvent['type']> = Extract<PresenceEvent, { type: T }>

/** Who is on duty where, and which desks answer. */
export const usePresenceStore = defineStore('presence', () => {
  const client = getRealtimeClient()
  const sessions = useSessionStore()

  const people = ref(new Map<string, Presence[]>())
  const uncovered = ref(new Set<string>())
  const desks = ref(new Map<string, DeskStatus[]>())
  const wanted = ref<PresenceState | null>(null)
  let said: PresenceState | null = null
  // What the server has not repeated to us it may never have heard: what it still believes must not overrule it.
  let unheard = false

  /** What the guide said; what colleagues see may differ. */
  const own = computed<PresenceState>(() => wanted.value ?? sessions.session?.presence ?? 'AWAY')
  /** Available, but with as many calls as this guide may have: colleagues see them as busy. */
  const full = computed(
    () =>
      own.value === 'AVAILABLE' &&
      [...people.value.values()].flat().some((each) => isMe(each.username) && each.state === 'BUSY'),
  )

  const isMe = (username: string) => username === sessions.username

  const { hear, fetchThen } = newsWhileFetching<PresenceEvent>((region, event) => {
    if (event.type === 'COVERAGE') covered(event)
    else if (event.type === 'DESK') seen(region, event)
    else moved(region, event)
  })

  const load = (region: string, signal?: AbortSignal) =>
    fetchThen(
      region,
      () => fetchPresence(region),
      ({ items }) => {
        signal?.throwIfAborted()
        people.value.set(region, items)
        const me = items.find((each) => isMe(each.username))
        if (me) heard(me.intent)
        covered({
          region,
          onDuty: items.filter((each) => each.connected && each.state === 'AVAILABLE').length,
        })
      },
    )

  const loadDesks = (region: string, signal?: AbortSignal) =>
    fetchThen(
      region,
      () => fetchDesks(region),
      ({ items }) => {
        signal?.throwIfAborted()
        desks.value.set(region, items)
      },
    )

  function covered({ region, onDuty }: Omit<Of<'COVERAGE'>, 'type'>): void {
    if (onDuty) uncovered.value.delete(region)
    else uncovered.value.add(region)
  }

  function seen(region: string, event: Of<'DESK'>): void {
    const code = typeof event.desk === 'string' ? event.desk : event.desk.code
    const known = desks.value.get(region)?.find((each) => each.code === code)
    if (known) {
      const { online, enabled = known.enabled } = event
      const name = event.ownName ?? event.name ?? known.ownName ?? known.name
      if (online !== known.online) known.lastSeen = new Date(serverNow()).toISOString()
      // Whoever is connected has been paired, though this list may be older.
      Object.assign(known, { online, name, enabled, paired: event.paired ?? (online || known.paired) })
      if (event.name !== undefined && hasOtherNames(known, event)) void loadDesks(region).catch(() => {})
    } else if (desks.value.has(region)) void loadDesks(region).catch(() => {})
  }

  function hasOtherNames({ names = {} }: Named, { names: others = {} }: Of<'DESK'>): boolean {
    return languages.some((language) => names[language] !== others[language])
  }

  function moved(region: string, event: Of<'PRESENCE'>): void {
    const { username, state, intent, connected, calls } = event
    // Never the state: the server says busy by itself, and that is not the guide's word.
    if (isMe(username) && connected) heard(intent)
    const person = people.value.get(region)?.find((each) => each.username === username)
    const displayName = event.displayName ?? person?.displayName
    if (person) Object.assign(person, { displayName, state, intent, connected, calls })
    else if (people.value.has(region)) void load(region).catch(() => {})
  }

  /** The guide's word as the server has it, also one that was said on another device. */
  function heard(intent: PresenceState): void {
    said = intent
    if (intent === wanted.value) unheard = false
    else if (!unheard) wanted.value = intent
  }

  /** Kept and told after the next reconnect when there is no connection now. */
  function setState(state: PresenceState): void {
    const differs = state !== (said ?? sessions.session?.presence)
    wanted.value = state
    const sent = tell(state)
    unheard ||= differs || !sent
  }

  const tell = (state: PresenceState) => client.send('/app/presence', { state })

  /** What the server has heard is not said again: another device may have had the last word since. */
  async function resync(signal?: AbortSignal): Promise<void> {
    try {
      await Promise.all(sessions.regions.flatMap(({ code }) => [load(code, signal), loadDesks(code, signal)]))
    } finally {
      // Also where a list cannot be had: the guide's word does not wait for it.
      if (unheard && wanted.value && !signal?.aborted) tell(wanted.value)
    }
  }

  function reset(): void {
    people.value.clear()
    uncovered.value.clear()
    desks.value.clear()
    wanted.value = null
    said = null
    unheard = false
  }

  return { people, uncovered, desks, own, full, load, receive: hear, setState, resync, reset }
})
