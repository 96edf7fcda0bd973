import { useI18n } from 'vue-i18n'

import type { Finding } from '@/api/admin/inspection'
import { useFormats } from '@/composables/useFormats'

/** A timestamp as written by the database, such as `2026-11-22 10:48:00.123456+00`, in any time zone. */
const stamp = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(\.\d{1,3})?\d*([+-]\d\d)(?::?(\d\d))?$/

function instantOf(text: string): Date | undefined {
  const found = stamp.exec(text)
  if (!found) return undefined
  const [, day, time, fraction = '', hours, minutes = '00'] = found
  return new Date(`${day}T${time}${fraction}${hours}:${minutes}`)
}

/** The detail of a finding: a call's state, a due time or a number of calls. */
export function useFindingText() {
  const i18n = useI18n()
  const { t } = i18n
  const { dateTime, number } = useFormats()

  function due(detail: string): string {
    const instant = instantOf(detail)
    return instant ? t('admin.inspection.detail.due', { time: dateTime(instant) }) : detail
  }

  function calls(detail: string): string {
    const n = Number(detail)
    return n > 0 ? t('admin.inspection.detail.calls', { n: number(n) }, n) : detail
  }

  const state = (detail: string) => (i18n.te(`common.call.${detail}`) ? t(`common.call.${detail}`) : detail)

  /** Details of unknown checks of a newer server are shown unchanged. */
  return ({ check, detail }: Finding): string => {
    if (!detail) return ''
    if (check === 'OVERDUE') return due(detail)
    if (check === 'OVER_MAX') return calls(detail)
    return check === 'STUCK' || check === 'NO_NOTE' ? state(detail) : detail
  }
}
