import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

import type { Call } from '@/api/types'
import { formatList } from '@/utils/formatList'

/** Who else has been told of the call meanwhile: guides elsewhere, the admins. Empty while nobody else has. */
export function useEscalationText(call: () => Call | null) {
  const { t } = useI18n()
  return computed(() => {
    const names = (call()?.ringsIn ?? []).slice(1).map((region) => region.name)
    const regions = formatList(names)
    const admins = call()?.steps?.some(({ step, done }) => step === 'ADMINS' && done) ?? false
    if (names.length > 0) return t(`desk.ringing.told.${admins ? 'both' : 'regions'}`, { regions })
    return admins ? t('desk.ringing.told.admins') : ''
  })
}
