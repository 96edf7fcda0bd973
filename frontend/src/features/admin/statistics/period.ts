import { isDay } from '../shared/queryFilters'
import { addDays, dayIn, daysBetween, startOfDay } from './zone'

/** The days up to today that can be chosen by one press; `1` is today alone. */
export const presets = ['1', '7', '28', '91', '365'] as const
const usual = '7'

/** By hours up to two days, unless said otherwise. */
const hoursUpTo = 2
/** More hours than of a month are no picture any more. */
const mostDaysOfHours = 31

export interface Choices {
  period: string
  from: string
  to: string
  bucket: string
}

export interface Period {
  /** Days like `2026-11-23`, both of them in it. */
  first: string
  last: string
  from: string
  to: string
  bucket: 'hour' | 'day'
  /** Whether it is short enough for hours. */
  mayBeHours: boolean
  /** The preset, empty for days of one's own. */
  preset: string
}

/** The time that is asked for, by the clock of a zone. */
export function periodOf(choices: Choices, zone: string, now: number): Period {
  const today = dayIn(zone, now)
  const from = isDay(choices.from) ? choices.from : ''
  const to = isDay(choices.to) ? choices.to : ''
  const own = from !== '' || to !== ''
  const preset = own ? '' : (presets as readonly string[]).includes(choices.period) ? choices.period : usual
  const last = own ? to || today : today
  const first = own ? from || addDays(last, 1 - Number(usual)) : addDays(last, 1 - Number(preset))
  // A link may have them the wrong way round.
  const [begin, end] = first <= last ? [first, last] : [last, first]
  const days = daysBetween(begin, end) + 1
  const mayBeHours = days <= mostDaysOfHours
  const hours = choices.bucket ? choices.bucket === 'hour' : days <= hoursUpTo
  return {
    first: begin,
    last: end,
    from: new Date(startOfDay(zone, begin)).toISOString(),
    to: new Date(startOfDay(zone, addDays(end, 1))).toISOString(),
    bucket: hours && mayBeHours ? 'hour' : 'day',
    mayBeHours,
    preset,
  }
}
