import type { Call, Step, StepName } from '@/api/types'
import { waitingSince } from '@/domain/callRules'

/** How far a waiting call has come on its way to being missed, or back to who hands it on. */
export interface Escalation {
  /** Seconds since it rings. */
  waited: number
  /** How much of the half ring is full, from 0 to 1. */
  share: number
  /** Where on it more people are told. */
  marks: number[]
  /** What will happen next if nobody answers, and in how many seconds; null once nothing is left to happen. */
  next: { step: StepName; seconds: number } | null
  late: boolean
  adminsTold: boolean
}

const isLast = ({ step }: Step) => step === 'MISSED' || step === 'RETURNED'

/** Where a call stands at a moment (in milliseconds), by the steps that the server has stated. */
export function escalationOf(call: Call, now: number): Escalation {
  const since = Date.parse(waitingSince(call))
  const end = call.steps.findLast(isLast)
  const whole = end ? Date.parse(end.at) - since : 0
  const share = (at: number) => (whole > 0 ? Math.min(1, Math.max(0, (at - since) / whole)) : 0)
  const next = call.steps.find((step) => !step.done && Date.parse(step.at) > now)
  const fallback = call.steps.find(({ step }) => step === 'FALLBACK')

  return {
    waited: Math.max(0, (now - since) / 1000),
    share: share(now),
    marks: call.steps.filter((step) => !isLast(step)).map((step) => share(Date.parse(step.at))),
    next: next ? { step: next.step, seconds: Math.ceil((Date.parse(next.at) - now) / 1000) } : null,
    late: fallback !== undefined && (fallback.done || Date.parse(fallback.at) <= now),
    adminsTold: call.steps.some(({ step, done }) => step === 'ADMINS' && done),
  }
}
