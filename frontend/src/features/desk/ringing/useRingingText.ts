import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

import type { Call } from '@/api/types'
import { useConnectionStore } from '@/stores/connection'

import { useNextOpeningText } from '../frame/useNextOpeningText'
import { useEscalationText } from './useEscalationText'

/** What the desk says of a call that rings, and nothing it does not know. */
export function useRingingText(call: () => Call | null, now: () => number) {
  const { t } = useI18n()
  const connection = useConnectionStore()
  const opening = useNextOpeningText()
  const told = useEscalationText(call)

  const nobody = computed(() => call()?.onDuty === 0 && call()?.alerts.seen === 0)
  const title = computed(() => t(nobody.value ? 'desk.ringing.nobody' : 'desk.ringing.title'))
  const alerted = computed(() => {
    const { sent, seen } = call()?.alerts ?? { sent: 0, seen: 0 }
    if (sent === 0) return t('desk.ringing.asking')
    return seen === 0
      ? t('desk.ringing.alerted', { n: sent }, sent)
      : `${t('desk.ringing.alertedAnd', { n: sent }, sent)} ${t('desk.ringing.seen', { n: seen }, seen)}`
  })
  /** One sentence a line. */
  const text = computed(() => {
    if (!connection.online) return t('desk.ringing.offline')
    const lines = nobody.value
      ? [opening(call()?.opensAt, now()), told.value || t('desk.ringing.still')]
      : [alerted.value, told.value]
    return lines.filter(Boolean).join('\n')
  })
  return { nobody, title, text, told }
}
