import { http, stream } from '../http'
import type { Call, CallState, FoundMessage, Page } from '../types'

/** Filters left out or empty do not filter. `from` and `to` are ISO instants. */
export interface MessageSearch {
  q?: string
  region?: string
  desk?: string
  username?: string
  from?: string
  to?: string
  cursor?: string | null
  limit?: number
}

export interface CallSearch extends FigureSearch {
  state?: CallState[]
  region?: string
  desk?: string
  guide?: string
  from?: string
  to?: string
  q?: string
  cursor?: string | null
  limit?: number
}

/** The calls of one figure of the statistics; docs/statistics.md says what each filter means. */
export interface FigureSearch {
  answered?: string
  rated?: string
  language?: string
  stars?: string
  answeredFrom?: string
  answeredTo?: string
  weekday?: string
  hour?: string
  zone?: string
}

export const searchMessages = (search: MessageSearch, signal?: AbortSignal) =>
  http.get<Page<FoundMessage>>('/api/admin/messages', { ...search }, signal)
export const searchCalls = (search: CallSearch, signal?: AbortSignal) =>
  http.get<Page<Call>>('/api/admin/calls', { ...search }, signal)

export type ExportFormat = 'csv' | 'ndjson'

/** Which calls are exported: a list's filters. */
export type ExportSearch = Omit<CallSearch, 'cursor' | 'limit'>

/** The file as it comes; what ends it early is an error of its stream. */
export const exportCalls = (
  format: ExportFormat,
  reason: string,
  search: ExportSearch,
  signal: AbortSignal,
) => stream('/api/admin/calls/export', { ...search, format, reason }, signal)
