import type { Call, Message } from '@/api/types'

export type CallEvent = 'rang' | 'alerted' | 'accepted' | 'over' | 'rated'

export type Moment =
  | { kind: 'event'; key: CallEvent; event: CallEvent; at: string | null }
  | { kind: 'message'; key: string; message: Message; at: string }

function eventsOf(call: Call): { event: CallEvent; at: string | null }[] {
  return [
    { event: 'rang', at: call.ringAt },
    ...(call.alerts.sent > 0 ? [{ event: 'alerted' as const, at: call.ringAt }] : []),
    ...(call.acceptedAt ? [{ event: 'accepted' as const, at: call.acceptedAt }] : []),
    ...(call.endedAt ? [{ event: 'over' as const, at: call.endedAt }] : []),
    // When it was rated is not kept; it is always after the end.
    ...(call.rating ? [{ event: 'rated' as const, at: null }] : []),
  ]
}

/**
 * A call's events and words on one line. Messages stay in the order of their seq, whatever a clock said, and an event
 * stands before the first message that is not older.
 */
export function timelineOf(call: Call, messages: readonly Message[]): Moment[] {
  const line: Moment[] = []
  const waiting = [...messages]
  for (const { event, at } of eventsOf(call)) {
    while (waiting[0] && (at === null || waiting[0].sendDate < at))
      line.push(said(waiting.shift() as Message))
    line.push({ kind: 'event', key: event, event, at })
  }
  return [...line, ...waiting.map(said)]
}

function said(message: Message): Moment {
  return { kind: 'message', key: `message-${message.seq}`, message, at: message.sendDate }
}

export const isVisitor = (message: Message) => message.username.startsWith('desk:')
