import type { Alert, Call, CallEvent, CallEventKind, Message, Named, Person } from '@/api/types'

import type { CallRecord } from './callRecord'

export type EventKind =
  Exclude<CallEventKind, 'ENDED' | 'CANCELLED'> | 'ALERTED' | 'DECLINED' | 'OVER' | 'RATED'

/** An event of a call, recorded by the server or derived from the call itself. */
export interface TimelineEvent {
  kind: EventKind
  at: string | null
  person: Person | null
  to: string | null
  region: Named | null
  reason: string | null
  /** An acceptance after the first one: another guide took over the call. */
  again: boolean
}

export type TimelineEntry =
  | { kind: 'event'; key: string; event: TimelineEvent; at: string | null }
  | { kind: 'message'; key: string; message: Message; at: string }

const timelineEvent = (
  kind: EventKind,
  at: string | null,
  more: Partial<TimelineEvent> = {},
): TimelineEvent => ({
  kind,
  at,
  person: null,
  to: null,
  region: null,
  reason: null,
  again: false,
  ...more,
})

const alertedAt = (call: Call, at: string) => (call.alerts.sent > 0 ? [timelineEvent('ALERTED', at)] : [])
// The time of a rating is not stored; it always follows the end.
const ratedOf = (call: Call) => (call.rating ? [timelineEvent('RATED', null)] : [])

/** Events derived from the call, for old calls without recorded events. */
function eventsOfCall(call: Call): TimelineEvent[] {
  return [
    timelineEvent('RANG', call.ringAt),
    ...alertedAt(call, call.ringAt),
    ...(call.acceptedAt ? [timelineEvent('ACCEPTED', call.acceptedAt, { person: call.guide })] : []),
    ...(call.endedAt ? [timelineEvent(call.state === 'MISSED' ? 'MISSED' : 'OVER', call.endedAt)] : []),
  ]
}

function fromCallEvent(event: CallEvent, again: boolean): TimelineEvent {
  const { kind, at, username, displayName, to, region, reason } = event
  const person = username === null ? null : { username, displayName: displayName ?? username }
  const over = kind === 'ENDED' || kind === 'CANCELLED'
  return timelineEvent(over ? 'OVER' : kind, at, { person, to, region, reason, again })
}

const declines = (alerts: readonly Alert[]) =>
  alerts.flatMap((alert) =>
    alert.declinedAt
      ? [timelineEvent('DECLINED', alert.declinedAt, { person: alert, reason: alert.reason })]
      : [],
  )

function eventsOfRecord(call: Call, { events, alerts }: CallRecord): TimelineEvent[] {
  const first = events.find((each) => each.kind === 'ACCEPTED')
  const told = events.flatMap((each) => [
    fromCallEvent(each, each.kind === 'ACCEPTED' && each !== first),
    ...(each.kind === 'RANG' ? alertedAt(call, each.at) : []),
  ])
  return [...told, ...declines(alerts)].sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''))
}

/**
 * Merges a call's events and messages. Messages stay in the order of their seq, whatever their timestamps, and an event
 * precedes the first message that is not older.
 */
export function timelineOf(call: Call, messages: readonly Message[], record?: CallRecord): TimelineEntry[] {
  const entries: TimelineEntry[] = []
  const waiting = [...messages]
  const events = record && record.events.length > 0 ? eventsOfRecord(call, record) : eventsOfCall(call)
  for (const [place, event] of [...events, ...ratedOf(call)].entries()) {
    const { at } = event
    while (waiting[0] && (at === null || waiting[0].sendDate < at))
      entries.push(messageEntry(waiting.shift() as Message))
    entries.push({ kind: 'event', key: `event-${place}`, event, at })
  }
  return [...entries, ...waiting.map(messageEntry)]
}

function messageEntry(message: Message): TimelineEntry {
  return { kind: 'message', key: `message-${message.seq}`, message, at: message.sendDate }
}

export const isVisitor = (message: Message) => message.username.startsWith('desk:')
