/** So many days a region can be closed on. */
export const holidayLimit = 200

/** A day as ISO writes it, and one that the calendar has. */
export function isDate(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** These days and one more, each once, in the order of the calendar. */
export const withHoliday = (days: readonly string[], day: string) => [...new Set([...days, day])].sort()

export const areValidHolidays = (days: readonly string[]) => days.length <= holidayLimit && days.every(isDate)
