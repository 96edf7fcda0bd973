import type { LiveGuide } from '@/api/admin/live'
import type { Call } from '@/api/types'
import { presenceStatuses, presenceStatusOf } from '@/domain/presenceStatus'

/** Available guides first, offline ones last. */
export function sortByStatus(guides: readonly LiveGuide[]): LiveGuide[] {
  const place = (guide: LiveGuide) => presenceStatuses.indexOf(presenceStatusOf(guide))
  return [...guides].sort((a, b) => place(a) - place(b) || a.displayName.localeCompare(b.displayName))
}

/** The number of available guides; a guide of two regions counts once. */
export function onDuty(regions: readonly { guides: readonly LiveGuide[] }[]): number {
  const ready = regions
    .flatMap(({ guides }) => guides)
    .filter((each) => presenceStatusOf(each) === 'AVAILABLE')
  return new Set(ready.map((each) => each.username)).size
}

/** Nobody answered in time, or could: other regions are alerted too. */
export function isEscalated(call: Call): boolean {
  return call.state === 'RINGING' && call.steps.some((each) => each.step === 'FALLBACK' && each.done)
}

/** When the call started ringing, or was accepted. */
export function since(call: Call): string {
  return (call.state === 'RINGING' ? call.ringingSince : call.acceptedAt) ?? call.ringAt
}

/** Ringing calls first, the longest waiting one on top. */
export function sortByUrgency(calls: readonly Call[]): Call[] {
  const active = (call: Call) => Number(call.state !== 'RINGING')
  return [...calls].sort((a, b) => active(a) - active(b) || since(a).localeCompare(since(b)))
}

/** The percentage of calls answered, not counting cancelled ones; null if there are none. */
export function answerRate(today: { answered: number; missed: number }): number | null {
  const all = today.answered + today.missed
  return all === 0 ? null : (today.answered / all) * 100
}

/** The hours shown in the chart: 8 to 20, extended to hours with calls and the current one. */
export function visibleHours(
  days: readonly (readonly number[])[],
  now: number,
): { first: number; last: number } {
  const busy = days.flatMap((day) => day.flatMap((calls, hour) => (calls > 0 ? [hour] : [])))
  return { first: Math.min(8, now, ...busy), last: Math.max(20, now, ...busy) }
}

/** The number of columns that leaves the fewest gaps in the last row. */
export function columnCount(regions: number, most = 4): number {
  if (regions <= most) return Math.max(1, regions)
  const holes = (columns: number) => (columns - (regions % columns)) % columns
  return holes(most - 1) < holes(most) ? most - 1 : most
}
