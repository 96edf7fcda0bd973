import type { Presence } from '@/api/types'
import { presenceStatuses, presenceStatusOf } from '@/domain/presenceStatus'
import { i18n } from '@/locales'

/** Busy says two things: talking to visitors, or at something else. */
export function presenceStatusText(person: Presence): string {
  const { t } = i18n.global
  const status = presenceStatusOf(person)
  if (status === 'OFFLINE') return t('common.presence.OFFLINE')
  if (status === 'BUSY' && person.calls > 0) return t('common.call.ACTIVE')
  return t(`guide.presence.${status}`)
}

/** Who is likeliest to take a call first. */
export function likeliestFirst(a: Presence, b: Presence): number {
  const rank = (each: Presence) => presenceStatuses.indexOf(presenceStatusOf(each))
  return rank(a) - rank(b) || a.calls - b.calls || a.displayName.localeCompare(b.displayName)
}

export const isOnDuty = (person: Presence) => person.connected && person.state === 'AVAILABLE'
