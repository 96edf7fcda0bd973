import type { Call } from '@/api/types'

/** Its guide was lost and another is being called: the talk goes on existing meanwhile. */
export function ringsAgain(call: Call): boolean {
  return call.state === 'RINGING' && call.guide !== null
}

export const isTalk = (call: Call) => call.state === 'ACTIVE' || ringsAgain(call)

/** How the guide of a talk stands: here, not reached for a moment, or lost. */
export type Standing = 'here' | 'away' | 'lost'

export function standingOf(call: Call): Standing {
  if (ringsAgain(call)) return 'lost'
  return call.guideOnline ? 'here' : 'away'
}
