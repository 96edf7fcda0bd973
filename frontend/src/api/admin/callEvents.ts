import { http, segment } from '../http'
import type { Alert, CallEvent } from '../types'

interface All<T> {
  items: T[]
}

/** What happened to a call, in the order of time. */
export const fetchEvents = (id: string) => http.get<All<CallEvent>>(`/api/calls/${segment(id)}/events`)
/** Whom it was sent to and what became of that. */
export const fetchAlerts = (id: string) => http.get<All<Alert>>(`/api/calls/${segment(id)}/alerts`)
