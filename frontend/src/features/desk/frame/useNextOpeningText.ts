import { useI18n } from 'vue-i18n'

import { daysUntil, useFormats } from '@/composables/useFormats'
import { language } from '@/locales'

import { useDeskTimeZone } from './useDeskTimeZone'

/** When the desk's region opens next, as one says it: the time, tomorrow, a day of this week, or a date. */
export function useNextOpeningText() {
  const { t } = useI18n()
  const zone = useDeskTimeZone()
  const { time, longDate } = useFormats(zone)

  function dayOf(then: Date, now: Date): string {
    const days = daysUntil(then, now, zone())
    if (days === 0) return ''
    if (days === 1) return new Intl.RelativeTimeFormat(language.value, { numeric: 'auto' }).format(1, 'day')
    if (days < 7)
      return new Intl.DateTimeFormat(language.value, { weekday: 'long', timeZone: zone() }).format(then)
    return longDate(then)
  }

  /** Empty where nothing is known, or where it has opened meanwhile. */
  return (opensAt: string | null | undefined, now: number): string => {
    if (!opensAt || Date.parse(opensAt) <= now) return ''
    const then = new Date(opensAt)
    return t('desk.opening', { when: `${dayOf(then, new Date(now))} ${time(then)}`.trim() })
  }
}
