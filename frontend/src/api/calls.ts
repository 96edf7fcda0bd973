import { http, segment } from './http'
import type { Alert, Call, CallState, Message, Messages, Page } from './types'

export interface CallFilter {
  state?: CallState[]
  region?: string
  cursor?: string | null
  limit?: number
}

const pageSize = 200

export const fetchCurrentCalls = (signal?: AbortSignal) =>
  http.get<{ items: Call[] }>('/api/calls/current', {}, signal)
export const fetchCalls = (filter: CallFilter = {}, signal?: AbortSignal) =>
  http.get<Page<Call>>('/api/calls', { ...filter }, signal)
export const fetchCall = (id: string) => http.get<Call>(`/api/calls/${segment(id)}`)
/** Whom it was sent to and what became of that. */
export const fetchAlerts = (id: string, signal?: AbortSignal) =>
  http.get<{ items: Alert[] }>(`/api/calls/${segment(id)}/alerts`, {}, signal)
export const fetchMessages = (id: string, after = 0, signal?: AbortSignal) =>
  http.get<Messages>(`/api/calls/${segment(id)}/messages`, { after, limit: pageSize }, signal)

/** Everything after a seq, however many pages that takes. */
export async function fetchAllMessages(
  id: string,
  after = 0,
  signal?: AbortSignal,
): Promise<Required<Messages>> {
  const items: Message[] = []
  let read: Record<string, number> = {}
  for (;;) {
    const page = await fetchMessages(id, items.at(-1)?.seq ?? after, signal)
    items.push(...page.items)
    read = page.read ?? read
    if (page.items.length < pageSize) return { items, read }
  }
}
