import { fetchEvents } from '@/api/admin/callEvents'
import { fetchAlerts } from '@/api/calls'
import type { Alert, CallEvent } from '@/api/types'

/** The record of who was alerted to a call and when. */
export interface CallRecord {
  events: CallEvent[]
  alerts: Alert[]
}

export async function fetchCallRecord(id: string): Promise<CallRecord> {
  const [events, alerts] = await Promise.all([fetchEvents(id), fetchAlerts(id)])
  return { events: events.items, alerts: alerts.items }
}

export type AlertOutcome = 'accepted' | 'declined' | 'seen' | 'sent'

/** The furthest a guide got with an alert. */
export function outcomeOf(alert: Alert, events: readonly CallEvent[]): AlertOutcome {
  const took = events.some((each) => each.kind === 'ACCEPTED' && each.username === alert.username)
  if (took) return 'accepted'
  if (alert.declinedAt) return 'declined'
  return alert.seenAt ? 'seen' : 'sent'
}
