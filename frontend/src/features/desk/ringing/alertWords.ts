import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

import type { Call } from '@/api/types'
import { useConnectionStore } from '@/stores/connection'

/** What the desk says of a call that rings, and nothing it does not know. */
export function useAlertWords(call: () => Call | null) {
  const { t } = useI18n()
  const connection = useConnectionStore()

  const nobody = computed(() => call()?.onDuty === 0 && call()?.alerts.seen === 0)
  const title = computed(() => t(nobody.value ? 'desk.ringing.nobody' : 'desk.ringing.title'))
  const text = computed(() => {
    const now = call()
    if (!connection.online) return t('desk.ringing.offline')
    if (!now) return t('desk.ringing.asking')
    if (nobody.value) return t('desk.ringing.nobodyText')
    const { sent, seen } = now.alerts
    if (sent === 0) return t('desk.ringing.asking')
    return seen === 0
      ? t('desk.ringing.alerted', { n: sent }, sent)
      : `${t('desk.ringing.alertedAnd', { n: sent }, sent)} ${t('desk.ringing.seen', { n: seen }, seen)}`
  })
  return { nobody, title, text }
}
