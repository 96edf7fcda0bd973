import type { Call, Presence, Recipient } from '@/api/types'

import { likeliestFirst } from '../team/colleagues'

/** The colleagues of some regions, each once, the likeliest to take a call first. */
export function colleagues(people: ReadonlyMap<string, readonly Presence[]>, me: string): Presence[] {
  const byName = new Map([...people.values()].flat().map((each) => [each.username, each]))
  byName.delete(me)
  return [...byName.values()].sort(likeliestFirst)
}

/** The same people as they stand now, in the order they had: a row must not slip away under the finger. */
export function inOrder(now: readonly Presence[], order: readonly string[]): Presence[] {
  const rank = (each: Presence) => {
    const place = order.indexOf(each.username)
    return place < 0 ? order.length : place
  }
  return [...now].sort((a, b) => rank(a) - rank(b))
}

/** What a choice stands for as a form's value, and back. */
export const valueOf = (to: Recipient) => ('username' in to ? `person:${to.username}` : `region:${to.region}`)

export function recipientOf(value: string): Recipient | null {
  const name = value.slice(value.indexOf(':') + 1)
  if (value.startsWith('person:')) return { username: name }
  return value.startsWith('region:') ? { region: name } : null
}

interface Known {
  people: ReadonlyMap<string, readonly Presence[]>
  regions: readonly { code: string; name: string }[]
}

/** By what name the one it is handed to is known. */
export function receiverName(transfer: NonNullable<Call['transfer']>, call: Call, known: Known): string {
  const { to } = transfer
  if ('region' in to) {
    const named = [...known.regions, ...call.ringsIn].find((each) => each.code === to.region)
    return named?.name ?? to.region
  }
  const person = [...known.people.values()].flat().find((each) => each.username === to.username)
  return person?.displayName ?? to.username
}
