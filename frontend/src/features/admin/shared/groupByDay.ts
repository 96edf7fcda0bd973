export interface DayGroup<T> {
  /** An instant within it. */
  at: string
  items: T[]
}

/** Groups what is sorted by time into the reader's calendar days, keeping its order. */
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
