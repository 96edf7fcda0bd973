export interface DayGroup<T> {
  /** Any instant of that day. */
  at: string
  items: T[]
}

/** Groups items sorted by time by the user's calendar days, keeping their order. */
export function groupByDay<T>(items: readonly T[], timeOf: (item: T) => string): DayGroup<T>[] {
  const days: DayGroup<T>[] = []
  let name = ''
  for (const item of items) {
    const at = timeOf(item)
    const its = new Date(at).toDateString()
    if (its !== name) days.push({ at, items: [] })
    name = its
    days.at(-1)?.items.push(item)
  }
  return days
}
