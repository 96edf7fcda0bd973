import type { Presence } from '@/api/types'
import { i18n } from '@/locales'

export type Standing = 'AVAILABLE' | 'BUSY' | 'AWAY' | 'OFFLINE'

export const standings: readonly Standing[] = ['AVAILABLE', 'BUSY', 'AWAY', 'OFFLINE']

export const standingOf = (person: Presence): Standing => (person.connected ? person.state : 'OFFLINE')

/** Busy says two things: talking to visitors, or at something else. */
export function standingText(person: Presence): string {
  const { t } = i18n.global
  const standing = standingOf(person)
  if (standing === 'OFFLINE') return t('common.presence.OFFLINE')
  if (standing === 'BUSY' && person.calls > 0) return t('common.call.ACTIVE')
  return t(`guide.presence.${standing}`)
}

/** Who is likeliest to take a call first. */
export function likeliestFirst(a: Presence, b: Presence): number {
  const rank = (each: Presence) => standings.indexOf(standingOf(each))
  return rank(a) - rank(b) || a.calls - b.calls || a.displayName.localeCompare(b.displayName)
}

export const isOnDuty = (person: Presence) => person.connected && person.state === 'AVAILABLE'
