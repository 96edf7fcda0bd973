import { useI18n } from 'vue-i18n'

import type { Call } from '@/api/types'
import { useFormats } from '@/composables/useFormats'

import { useDirectoryStore } from '../shared/directory'
import { millisecondsBetween, useTimeFormats } from '../shared/useTimeFormats'
import type { EventKind, TimelineEvent } from './timeline'

const endReasons = [
  'DESK_ENDED',
  'GUIDE_ENDED',
  'DESK_CANCELLED',
  'NOBODY_ANSWERED',
  'DESK_GONE',
  'DESK_CLOSED',
]

/** Describes a call's events, in one sentence each. */
export function useEventText() {
  const { t } = useI18n()
  const { durationText } = useTimeFormats()
  const { number } = useFormats()
  const directory = useDirectoryStore()

  const personNamed = (username: string) =>
    directory.accounts.items.find((each) => each.username === username)?.displayName ?? username
  const because = (words: string, reason: string | null) => (reason ? `${words} · ${reason}` : words)
  const guideOf = (event: TimelineEvent, call: Call) =>
    event.person?.displayName ?? call.guide?.displayName ?? ''

  function accepted(event: TimelineEvent, call: Call): string {
    const guide = guideOf(event, call)
    if (event.again) return t('admin.event.takenOver', { guide })
    return t('admin.event.accepted', {
      guide,
      after: durationText(millisecondsBetween(call.ringAt, event.at ?? call.ringAt)),
    })
  }

  function handedOn(event: TimelineEvent, call: Call): string {
    const guide = guideOf(event, call)
    return event.to === null
      ? t('admin.event.handedToRegion', { guide, region: event.region?.name ?? '' })
      : t('admin.event.handedToPerson', { guide, to: personNamed(event.to) })
  }

  function over(call: Call): string {
    const known = endReasons.find((each) => each === call.endReason)
    return t(`admin.event.over.${known ?? 'OTHER'}`)
  }

  const texts: Record<EventKind, (event: TimelineEvent, call: Call) => string> = {
    RANG: (_, call) => t('admin.event.rang', { language: t(`admin.language.${call.language}`) }),
    ALERTED: (_, { alerts }) =>
      t('admin.event.alerted', { sent: number(alerts.sent), seen: number(alerts.seen) }),
    REMINDED: () => t('admin.event.reminded'),
    WIDENED: (event) => t('admin.event.widened', { region: event.region?.name ?? '' }),
    ADMINS_TOLD: () => t('admin.event.adminsTold'),
    DECLINED: (event, call) =>
      because(t('admin.event.declined', { guide: guideOf(event, call) }), event.reason),
    ACCEPTED: accepted,
    TRANSFER_OFFERED: (event, call) => because(handedOn(event, call), event.reason),
    TRANSFER_TAKEN_BACK: (event, call) => t('admin.event.takenBack', { guide: guideOf(event, call) }),
    TRANSFER_RETURNED: (event) => because(t('admin.event.returned'), event.reason),
    GUIDE_LOST: (event, call) => t('admin.event.guideLost', { guide: guideOf(event, call) }),
    DESK_LOST: () => t('admin.event.deskLost'),
    LEFT: () => t('admin.event.left'),
    MISSED: () => t('admin.event.over.NOBODY_ANSWERED'),
    OVER: (_, call) => over(call),
    RATED: (_, call) => t('admin.event.rated', { stars: call.rating?.stars ?? 0 }),
  }

  return (event: TimelineEvent, call: Call) => texts[event.kind](event, call)
}
