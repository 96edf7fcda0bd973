import { useI18n } from 'vue-i18n'

import { useFormats } from '@/composables/useFormats'
import { language } from '@/locales'

const day = 86_400_000

/** Which day that is, counted from today, in whole days of the calendar. */
function daysUntil(then: Date, now: Date): number {
  const midnight = (time: Date) => new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime()
  return Math.round((midnight(then) - midnight(now)) / day)
}

/** When the desk's region opens next, as one says it: the time, tomorrow, a day of this week, or a date. */
export function useOpening() {
  const { t } = useI18n()
  const { time, longDate } = useFormats()

  function dayOf(then: Date, now: Date): string {
    const days = daysUntil(then, now)
    if (days === 0) return ''
    if (days === 1) return new Intl.RelativeTimeFormat(language.value, { numeric: 'auto' }).format(1, 'day')
    if (days < 7) return new Intl.DateTimeFormat(language.value, { weekday: 'long' }).format(then)
    return longDate(then)
  }

  /** Empty where nothing is known, or where it has opened meanwhile. */
  return (opensAt: string | null | undefined, now: number): string => {
    if (!opensAt || Date.parse(opensAt) <= now) return ''
    const then = new Date(opensAt)
    return t('desk.opening', { when: `${dayOf(then, new Date(now))} ${time(then)}`.trim() })
  }
}
