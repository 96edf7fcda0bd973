import type { Presence, PresenceState } from '@/api/types'

export type PresenceStatus = PresenceState | 'OFFLINE'

/** The likeliest to take a call first. */
export const presenceStatuses: readonly PresenceStatus[] = ['AVAILABLE', 'BUSY', 'AWAY', 'OFFLINE']

export const presenceStatusOf = (person: Pick<Presence, 'connected' | 'state'>): PresenceStatus =>
  person.connected ? person.state : 'OFFLINE'
