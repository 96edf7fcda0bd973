import { useI18n } from 'vue-i18n'

import type { Call } from '@/api/types'
import { useFormats } from '@/composables/useFormats'

import { between, useMoments } from '../parts/useMoments'
import type { CallEvent } from './timeline'

const endReasons = ['DESK_ENDED', 'GUIDE_ENDED', 'DESK_CANCELLED', 'NOBODY_ANSWERED', 'DESK_GONE']

/** What happened in a call, in one sentence each. */
export function useEventText() {
  const { t } = useI18n()
  const { span } = useMoments()
  const { number } = useFormats()

  const texts: Record<CallEvent, (call: Call) => string> = {
    rang: (call) => t('admin.event.rang', { language: t(`admin.language.${call.language}`) }),
    alerted: ({ alerts }) =>
      t('admin.event.alerted', { sent: number(alerts.sent), seen: number(alerts.seen) }),
    accepted: (call) =>
      t('admin.event.accepted', {
        guide: call.guide?.displayName ?? '',
        after: span(between(call.ringAt, call.acceptedAt ?? call.ringAt)),
      }),
    over: (call) => {
      const known = endReasons.find((each) => each === call.endReason)
      return t(`admin.event.over.${known ?? 'OTHER'}`)
    },
    rated: (call) => t('admin.event.rated', { stars: call.rating?.stars ?? 0 }),
  }

  return (event: CallEvent, call: Call) => texts[event](call)
}
