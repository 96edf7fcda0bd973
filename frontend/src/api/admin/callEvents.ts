import { http, segment } from '../http'
import type { CallEvent } from '../types'

/** What happened to a call, in the order of time. */
export const fetchEvents = (id: string) =>
  http.get<{ items: CallEvent[] }>(`/api/calls/${segment(id)}/events`)
