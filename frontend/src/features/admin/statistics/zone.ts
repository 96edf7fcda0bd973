const hour = 3_600_000
const date = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day there, such as `2026-11-23`. */
export function dayIn(zone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}

/** The day so many days later, of the calendar alone. */
export function addDays(day: string, days: number): string {
  const [, year, month, dayOfMonth] = (date.exec(day) ?? []).map(Number)
  return new Date(Date.UTC(year ?? 1970, (month ?? 1) - 1, (dayOfMonth ?? 1) + days))
    .toISOString()
    .slice(0, 10)
}

/** How many days lie from one day to another. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / (24 * hour))

/** How far the clock of a zone is ahead of UTC. */
function offsetAt(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - at
  )
}

/**
 * The first instant of a day there. Where the clock is put forward at midnight that is one o'clock; where it is put
 * back over midnight it is the first of two.
 */
export function startOfDay(zone: string, day: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const starts = [midnight - 24 * hour, midnight + 24 * hour].map((near) => midnight - offsetAt(zone, near))
  return Math.min(
    ...starts.filter((start) => dayIn(zone, start) === day),
    ...(starts[0] === starts[1] ? starts : []),
  )
}
