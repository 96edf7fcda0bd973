import { http } from '../http'

/** What some calls come to; docs/statistics.md defines each. Times are in seconds, null without any. */
export interface Figures {
  calls: number
  answered: number
  missed: number
  cancelled: number
  secondsToAnswerMedian: number | null
  secondsToAnswerP90: number | null
  secondsOfTalkMedian: number | null
  messages: number
  ratings: number
  ratingMean: number | null
}

/** The figures of an hour or a day. */
export interface Bucket extends Figures {
  from: string
  to: string
}

/** The calls with one desk, guide, region or language. */
export interface FigureGroup extends Figures {
  code: string
  /** Only of guides. */
  name?: string
}

export interface Statistics {
  from: string
  to: string
  bucket: 'hour' | 'day'
  zone: string
  total: Figures
  buckets: Bucket[]
}

export interface StatisticsDetails extends Statistics {
  before: Statistics
  /** Calls by weekday, Monday first, and hour of the day. */
  hours: number[][]
  /** Calls answered after `from` seconds or more, and less than `to`. */
  secondsToAnswer: { from: number; to: number | null; calls: number }[]
  stars: { stars: number; calls: number }[]
  regions: FigureGroup[]
  desks: FigureGroup[]
  guides: FigureGroup[]
  languages: FigureGroup[]
}

/** `from` and `to` are instants. */
export interface StatisticsQuery {
  from: string
  to: string
  region: string
  bucket: 'hour' | 'day'
  zone: string
}

export const fetchStatistics = (query: StatisticsQuery, signal?: AbortSignal) =>
  http.get<StatisticsDetails>('/api/admin/stats/details', { ...query }, signal)
