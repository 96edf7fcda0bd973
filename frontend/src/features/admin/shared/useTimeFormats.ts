import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

import { serverNow } from '@/api/serverClock'
import type { Call } from '@/api/types'
import { daysUntil, useFormats } from '@/composables/useFormats'
import { language } from '@/locales'

const minute = 60_000
const hour = 60 * minute

/** Times to the second, day titles, durations and relative times for reviewing calls. */
export function useTimeFormats() {
  const { t } = useI18n()
  const { longDate, when } = useFormats()
  const formats = computed(() => ({
    timeWithSeconds: new Intl.DateTimeFormat(language.value, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    }),
    withYear: new Intl.DateTimeFormat(language.value, {
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      weekday: 'long',
    }),
    timeZone: new Intl.DateTimeFormat(language.value, { timeZoneName: 'long' }),
    relative: new Intl.RelativeTimeFormat(language.value, { numeric: 'auto' }),
  }))

  const timeWithSeconds = (iso: string) => formats.value.timeWithSeconds.format(new Date(iso))
  const timeZoneName = computed(
    () => formats.value.timeZone.formatToParts().find((part) => part.type === 'timeZoneName')?.value ?? '',
  )

  /** `Today · Monday, 23 November`; with the year unless it is the current one. */
  function dayTitle(iso: string, now = new Date(serverNow())): string {
    const then = new Date(iso)
    const date =
      then.getFullYear() === now.getFullYear() ? longDate(iso) : formats.value.withYear.format(then)
    const days = daysUntil(then, now)
    return days === 0 || days === -1
      ? `${capitalize(formats.value.relative.format(days, 'day'))} · ${date}`
      : date
  }

  /** `18 s`, `4 min 30 s`, `1 h 5 min`. */
  function durationText(milliseconds: number): string {
    const seconds = Math.max(0, Math.round(milliseconds / 1000))
    if (seconds < 60) return t('admin.span.seconds', { s: seconds })
    const minutes = Math.floor(seconds / 60)
    if (minutes < 60) return t('admin.span.minutes', { m: minutes, s: seconds % 60 })
    return t('admin.span.hours', { h: Math.floor(minutes / 60), m: minutes % 60 })
  }

  /** `just now`, `4 minutes ago`; after an hour, the time or date. */
  function relativeTime(iso: string, now = serverNow()): string {
    const past = now - new Date(iso).getTime()
    if (past < minute) return t('admin.justNow')
    return past < hour ? formats.value.relative.format(-Math.floor(past / minute), 'minute') : when(iso)
  }

  /** How long the visitor waited for an answer; undefined if nobody answered. */
  const timeToAnswer = ({ ringAt, acceptedAt }: Pick<Call, 'ringAt' | 'acceptedAt'>) =>
    acceptedAt ? durationText(millisecondsBetween(ringAt, acceptedAt)) : undefined

  return { timeWithSeconds, timeZoneName, dayTitle, durationText, relativeTime, timeToAnswer }
}

const capitalize = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1)

/** The milliseconds between two ISO instants. */
export const millisecondsBetween = (from: string, to: string) =>
  new Date(to).getTime() - new Date(from).getTime()
