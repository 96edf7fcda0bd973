import type { Call } from '@/api/types'

/** Its guide was lost and another is being called: the talk goes on existing meanwhile. */
export function isRingingAgain(call: Call): boolean {
  return call.state === 'RINGING' && call.guide !== null
}

export const isConversation = (call: Call) => call.state === 'ACTIVE' || isRingingAgain(call)

/** How the guide of a talk stands: here, not reached for a moment, or lost. */
export type GuideStatus = 'here' | 'away' | 'lost'

export function guideStatusOf(call: Call): GuideStatus {
  if (isRingingAgain(call)) return 'lost'
  return call.guideOnline ? 'here' : 'away'
}
