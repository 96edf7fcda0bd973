/** The maximum number of holidays per region. */
export const holidayLimit = 200

/** Whether this is an ISO date that exists in the calendar. */
export function isDate(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** Adds a day, keeping the days unique and sorted. */
export const withHoliday = (days: readonly string[], day: string) => [...new Set([...days, day])].sort()

export const areValidHolidays = (days: readonly string[]) => days.length <= holidayLimit && days.every(isDate)
