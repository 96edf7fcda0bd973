import { useI18n } from 'vue-i18n'

import type { Call, Recipient } from '@/api/types'
import { duration, useFormats } from '@/composables/useFormats'
import { useNow } from '@/composables/useNow'
import { useLiveStore } from '@/stores/live'

import { isEscalated } from './board'

/** The text below a call's desk: language and status. */
export function useCallStatusText() {
  const { t } = useI18n()
  const { number } = useFormats()
  const live = useLiveStore()
  const now = useNow()

  function handedTo(to: Recipient): string {
    const regions = live.picture?.regions ?? []
    if ('region' in to) {
      const name = regions.find((each) => each.code === to.region)?.name ?? to.region
      return t('admin.live.call.handedTo.region', { name })
    }
    const people = regions.flatMap((each) => each.guides)
    const name = people.find((each) => each.username === to.username)?.displayName ?? to.username
    return t('admin.live.call.handedTo.person', { name })
  }

  function ringing(call: Call): string[] {
    const again = call.guide ? [t('admin.live.call.again', { guide: call.guide.displayName })] : []
    const others = call.ringsIn.filter((each) => each.code !== call.region.code).map((each) => each.name)
    if (isEscalated(call) && others.length > 0)
      return [...again, t('admin.live.call.widened', { regions: others.join(', ') })]
    const { sent, seen } = call.alerts
    const alerted = sent > 0 ? 'admin.live.call.alerted' : 'admin.live.call.nobody'
    return [...again, t(alerted, { sent: number(sent), seen: number(seen) })]
  }

  function talking(call: Call): string[] {
    const guide = call.guide?.displayName ?? ''
    const words = [call.guideOnline ? guide : t('admin.live.call.guideGone', { guide })]
    if (call.transfer) {
      const time = call.ringingSince ? ` ${duration(now.value - Date.parse(call.ringingSince))}` : ''
      words.push(handedTo(call.transfer.to) + time)
    }
    return words
  }

  return (call: Call) =>
    [
      t(`admin.language.${call.language}`),
      ...(call.state === 'RINGING' ? ringing(call) : talking(call)),
      ...(call.deskOnline ? [] : [t('admin.live.call.deskGone')]),
    ].join(' · ')
}
