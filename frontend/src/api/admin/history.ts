import { below } from '../below'
import { http, toQuery } from '../http'
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

export interface CallSearch {
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

export const searchMessages = (search: MessageSearch, signal?: AbortSignal) =>
  http.get<Page<FoundMessage>>('/api/admin/messages', { ...search }, signal)
export const searchCalls = (search: CallSearch, signal?: AbortSignal) =>
  http.get<Page<Call>>('/api/admin/calls', { ...search }, signal)

/** The address of a download: streamed by the browser itself, so its size does not matter. */
export const exportUrl = (format: 'csv' | 'ndjson', reason: string, search: CallSearch = {}) =>
  below('/api/admin/calls/export') + toQuery({ ...search, format, reason })
