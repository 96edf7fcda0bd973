import { http } from '../http'
import type { Call, DeskStatus, Named, Presence } from '../types'

/** A guide as the board shows them. */
export type LiveGuide = Omit<Presence, 'intent'>

export interface LiveRegion extends Named {
  timeZone: string
  open: boolean
  /** When it opens next, where it is closed. */
  opensAt: string | null
  onDuty: number
  guides: LiveGuide[]
  desks: DeskStatus[]
  /** Its own calls that are not over. */
  calls: Call[]
  /** Calls by hour of the day, in the region's own time zone. */
  today: { calls: number; byHour: number[] }
}

export interface LiveToday {
  calls: number
  answered: number
  missed: number
  cancelled: number
  secondsToAnswerMedian: number | null
}

/** Everything that goes on at this moment, as of `at` by the server's clock. */
export interface Live {
  at: string
  today: LiveToday
  regions: LiveRegion[]
}

export const fetchLive = (signal?: AbortSignal) => http.get<Live>('/api/admin/live', {}, signal)
