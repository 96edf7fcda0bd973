import type { OpeningHours, Weekday } from '@/api/types'

export const weekdays: readonly Weekday[] = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN']

/** `9` → `09:00`, `930` → `09:30`, `9:5` is ambiguous and stays as typed. */
export function normalizeTime(typed: string): string {
  const text = typed.trim()
  const [, hours, minutes = '00'] = /^(\d{1,2}):?(\d{2})?$/.exec(text) ?? []
  return hours === undefined ? text : `${hours.padStart(2, '0')}:${minutes}`
}

const time = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/

export const isValidSpan = (span: OpeningHours) =>
  time.test(span.from) && time.test(span.to) && span.from < span.to

/** Spans must be valid and not overlap; at least one is required, as the region would never open. */
export function areValidHours(hours: readonly OpeningHours[] | null): boolean {
  if (hours === null) return true
  if (hours.length === 0 || !hours.every(isValidSpan)) return false
  return weekdays.every((day) => {
    const spans = spansOf(hours, day).sort((a, b) => a.from.localeCompare(b.from))
    return spans.every((span, index) => index === 0 || (spans[index - 1] as OpeningHours).to <= span.from)
  })
}

export const spansOf = (hours: readonly OpeningHours[], day: Weekday) =>
  hours.filter((each) => each.day === day)

/** Replaces the hours of one day, keeping the order of the week. */
export function withDay(
  hours: readonly OpeningHours[],
  day: Weekday,
  spans: readonly Omit<OpeningHours, 'day'>[],
): OpeningHours[] {
  return weekdays.flatMap((each) =>
    each === day ? spans.map((span) => ({ day, from: span.from, to: span.to })) : spansOf(hours, each),
  )
}

/** Copies the hours of one day to all days. */
export const withSameHoursEveryDay = (hours: readonly OpeningHours[], day: Weekday) =>
  weekdays.reduce((all, each) => withDay(all, each, spansOf(hours, day)), [...hours])

export interface HoursSummary {
  first: Weekday
  last: Weekday
  times: string
}

/** Merges consecutive days with the same hours, as on a door sign. Closed days are omitted. */
export function summarizeHours(hours: readonly OpeningHours[]): HoursSummary[] {
  const summaries: HoursSummary[] = []
  let open: HoursSummary | undefined
  for (const day of weekdays) {
    const times = spansOf(hours, day)
      .map((span) => `${span.from}–${span.to}`)
      .join(', ')
    if (open && open.times === times) open.last = day
    else open = times ? { first: day, last: day, times } : undefined
    if (open && !summaries.includes(open)) summaries.push(open)
  }
  return summaries
}
