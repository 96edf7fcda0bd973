import type { LocationQuery, LocationQueryRaw } from 'vue-router'

/** What the calls of one figure of the statistics have in common. */
export const figureFilterNames = [
  'answered',
  'rated',
  'language',
  'stars',
  'answeredFrom',
  'answeredTo',
  'weekday',
  'hour',
  'zone',
] as const

export type FilterName =
  | 'q'
  | 'region'
  | 'desk'
  | 'username'
  | 'guide'
  | 'state'
  | 'actor'
  | 'action'
  | 'from'
  | 'to'
  | 'period'
  | 'bucket'
  | (typeof figureFilterNames)[number]
/**
 * A list's filters, empty if not set. `from` and `to` are days like `2026-11-23`, in the user's time zone, or instants,
 * of which `to` is the first that is not included.
 */
export type Filters<N extends FilterName = FilterName> = Record<N, string>

const day = /^(\d{4})-(\d{2})-(\d{2})$/

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/

export const isDay = (text: string) => startOfDay(text) !== undefined
export const isInstant = (text: string) => instant.test(text) && !Number.isNaN(Date.parse(text))

/** Reads the filters from a URL query; invalid dates are ignored. */
export function readFilters<N extends FilterName>(names: readonly N[], query: LocationQuery): Filters<N> {
  const entries = names.map((name) => {
    const given = query[name]
    const value = (Array.isArray(given) ? given[0] : given)?.trim() ?? ''
    return [name, (name === 'from' || name === 'to') && !isDay(value) && !isInstant(value) ? '' : value]
  })
  return Object.fromEntries(entries) as Filters<N>
}

/** The URL query for the filters, without empty ones. */
export function writeFilters(filters: Partial<Filters>): LocationQueryRaw {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value))
}

function startOfDay(text: string, daysLater = 0): Date | undefined {
  const [, year, month, date] = (day.exec(text) ?? []).map(Number)
  if (!year || !month || !date || year < 1970) return undefined
  const start = new Date(year, month - 1, date)
  if (start.getMonth() !== month - 1) return undefined
  return new Date(year, month - 1, date + daysLater)
}

/** The start of the first day and the end of the last one, as instants for the server. */
export function toInstants(filters: { from: string; to: string }): { from?: string; to?: string } {
  const from = isInstant(filters.from) ? filters.from : startOfDay(filters.from)?.toISOString()
  const to = isInstant(filters.to) ? filters.to : startOfDay(filters.to, 1)?.toISOString()
  return { ...(from && { from }), ...(to && { to }) }
}
