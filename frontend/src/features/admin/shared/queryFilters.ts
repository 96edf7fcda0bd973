import type { LocationQuery, LocationQueryRaw } from 'vue-router'

export type FilterName =
  'q' | 'region' | 'desk' | 'username' | 'guide' | 'state' | 'actor' | 'action' | 'from' | 'to'
/** A list's filters, empty if not set. Days are like `2026-11-23`, in the user's time zone. */
export type Filters<N extends FilterName = FilterName> = Record<N, string>

const day = /^(\d{4})-(\d{2})-(\d{2})$/

/** Reads the filters from a URL query; invalid dates are ignored. */
export function readFilters<N extends FilterName>(names: readonly N[], query: LocationQuery): Filters<N> {
  const entries = names.map((name) => {
    const given = query[name]
    const value = (Array.isArray(given) ? given[0] : given)?.trim() ?? ''
    return [name, (name === 'from' || name === 'to') && !startOfDay(value) ? '' : value]
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
  const from = startOfDay(filters.from)
  const to = startOfDay(filters.to, 1)
  return { ...(from && { from: from.toISOString() }), ...(to && { to: to.toISOString() }) }
}
