import type { Alert, Call } from '@/api/types'

export type Answer = 'accepted' | 'heard' | 'shown' | 'sent' | 'declined'

/** What one guide did about a call, and how many milliseconds after the press; null where nothing came back. */
export interface AlertReceipt {
  username: string
  name: string
  answer: Answer
  after: number | null
  reason: string | null
}

const order: Answer[] = ['accepted', 'heard', 'shown', 'declined', 'sent']

function answerOf(alert: Alert): Answer {
  if (alert.declinedAt) return 'declined'
  if (!alert.seenAt) return 'sent'
  return alert.audible ? 'heard' : 'shown'
}

/** Who of those alerted has noticed it, the one who has the call first. */
export function alertReceiptsOf(call: Call, alerts: readonly Alert[]): AlertReceipt[] {
  const since = Date.parse(call.ringAt)
  const after = (at: string | null) => (at ? Math.max(0, Date.parse(at) - since) : null)
  const guide = call.acceptedAt ? call.guide : null
  // A guide to whom it was transferred later did not take it when it was first accepted.
  const took = (alert: Alert | undefined) =>
    alert && call.acceptedAt && alert.sentAt > call.acceptedAt ? alert.seenAt : call.acceptedAt

  const others = alerts
    .filter((alert) => alert.username !== guide?.username)
    .map((alert): AlertReceipt => ({
      username: alert.username,
      name: alert.displayName,
      answer: answerOf(alert),
      after: after(alert.declinedAt ?? alert.seenAt),
      reason: alert.reason || null,
    }))
    .sort((a, b) => order.indexOf(a.answer) - order.indexOf(b.answer) || (a.after ?? 0) - (b.after ?? 0))
  if (!guide) return others
  const own = alerts.find((alert) => alert.username === guide.username)
  const { username, displayName: name } = guide
  return [{ username, name, answer: 'accepted', after: after(took(own)), reason: null }, ...others]
}
