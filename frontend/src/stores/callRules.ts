import type { Call } from '@/api/types'

export function isOver(call: Call): boolean {
  return call.state !== 'RINGING' && call.state !== 'ACTIVE'
}

export function oldestFirst(a: Call, b: Call): number {
  return a.ringAt.localeCompare(b.ringAt) || a.id.localeCompare(b.id)
}

/** Whether a call waits for this guide: it rings, is being handed over to them, or its guide has vanished. */
export function isToward(call: Call, username: string, regions: ReadonlySet<string>): boolean {
  if (call.state === 'RINGING') return true
  if (call.state !== 'ACTIVE' || call.guide?.username === username) return false
  if (call.transfer) {
    const { to } = call.transfer
    return 'username' in to ? to.username === username : regions.has(to.region)
  }
  return !call.guideOnline && regions.has(call.region.code)
}
