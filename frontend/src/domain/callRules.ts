import type { Call } from '@/api/types'

export function isOver(call: Call): boolean {
  return call.state !== 'RINGING' && call.state !== 'ACTIVE'
}

export function oldestFirst(a: Call, b: Call): number {
  return a.ringAt.localeCompare(b.ringAt) || a.id.localeCompare(b.id)
}

/** A visitor waits that long at a silent desk; a call that rings later would ring for nobody. */
export const pressHeldFor = 30_000

/** Since when somebody waits for an answer: the press, or the moment it began to ring anew. */
export const waitingSince = (call: Call) => call.ringingSince ?? call.ringAt

export function longestWaitFirst(a: Call, b: Call): number {
  return waitingSince(a).localeCompare(waitingSince(b)) || a.id.localeCompare(b.id)
}

/**
 * Whether a call waits for this guide, who has not declined it at any screen: it rings, also anew for want of its
 * guide, or is being handed to them.
 */
export function isWaitingFor(call: Call, username: string, regions: ReadonlySet<string>): boolean {
  if (call.declinedBy.includes(username)) return false
  if (call.state === 'RINGING') return true
  if (call.state !== 'ACTIVE' || !call.transfer || call.guide?.username === username) return false
  const { to } = call.transfer
  return 'username' in to ? to.username === username : regions.has(to.region)
}

/** Ringing anew and being transferred are new questions, to be answered and proven anew. */
export function needsNewAnswer(known: Call, call: Call): boolean {
  return (
    known.guide?.username !== call.guide?.username ||
    (call.ringingSince !== null && known.ringingSince !== call.ringingSince)
  )
}
