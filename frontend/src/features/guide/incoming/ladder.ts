/** Seconds after which a ringing call goes one step further, as the contract sets them. */
export const ladder = { reminder: 20, late: 45, admins: 75, missed: 120 } as const

export type Step = keyof typeof ladder

const steps = Object.entries(ladder) as [Step, number][]

export const isLate = (waited: number) => waited >= ladder.late

/** What will happen next if nobody answers, and in how many seconds; null once nothing is left to happen. */
export function nextStep(waited: number): { step: Step; seconds: number } | null {
  const next = steps.find(([, at]) => at > waited)
  return next ? { step: next[0], seconds: Math.ceil(next[1] - waited) } : null
}

/** How much of the half ring is full, from 0 to 1. */
export const share = (waited: number) => Math.min(1, Math.max(0, waited / ladder.missed))
