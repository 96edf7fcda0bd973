import { computed, toValue, type MaybeRefOrGetter } from 'vue'

import { serverNow } from '@/api/serverClock'
import { language } from '@/locales'

const day = 86_400_000

/** In how many days of the calendar there: 0 today, 1 tomorrow, -1 yesterday. */
export function daysUntil(then: Date, now: Date, timeZone?: string): number {
  // Canada writes dates as ISO does.
  const calendar = new Intl.DateTimeFormat('en-CA', { timeZone })
  return Math.round((Date.parse(calendar.format(then)) - Date.parse(calendar.format(now))) / day)
}

/** `0:14`, `12:05`, `1:02:40`: how long something lasts, the same in every language. */
export function duration(milliseconds: number): string {
  const all = Math.max(0, Math.floor(milliseconds / 1000))
  const seconds = String(all % 60).padStart(2, '0')
  const minutes = Math.floor(all / 60) % 60
  const hours = Math.floor(all / 3600)
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`
}

/**
 * Times, dates and numbers in the page's language, and in the reader's own time zone where none is given. All take ISO
 * instants.
 */
export function useFormats(zone?: MaybeRefOrGetter<string | undefined>) {
  const formats = computed(() => {
    const locale = language.value
    const timeZone = toValue(zone)
    return {
      time: new Intl.DateTimeFormat(locale, {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone,
      }),
      date: new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone }),
      longDate: new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', weekday: 'long', timeZone }),
      dateTime: new Intl.DateTimeFormat(locale, {
        dateStyle: 'medium',
        timeStyle: 'medium',
        hourCycle: 'h23',
        timeZone,
      }),
      near: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
      number: new Intl.NumberFormat(locale),
    }
  })

  const time = (iso: string | Date) => formats.value.time.format(new Date(iso))
  const date = (iso: string | Date) => formats.value.date.format(new Date(iso))
  const longDate = (iso: string | Date) => formats.value.longDate.format(new Date(iso))
  const dateTime = (iso: string | Date) => formats.value.dateTime.format(new Date(iso))
  const number = (value: number) => formats.value.number.format(value)

  /** Today the time alone, yesterday by its name, before that the date. */
  function when(iso: string | Date, now = new Date(serverNow())): string {
    const then = new Date(iso)
    const days = daysUntil(then, now, toValue(zone))
    if (days === 0) return time(then)
    return days === -1 ? `${formats.value.near.format(-1, 'day')} ${time(then)}` : date(then)
  }

  return { time, date, longDate, dateTime, number, when, duration }
}
