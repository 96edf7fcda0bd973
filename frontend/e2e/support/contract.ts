/** Bodies as `docs/protocol.md` names them; the tests' own words, so that a slip in `src` is not repeated here. */
export interface Named {
  code: string
  name: string
}

export interface Person {
  username: string
  displayName: string
}

export interface Session extends Person {
  role: 'DESK' | 'GUIDE' | 'ADMIN'
  regions: Named[]
  desk: Named | null
  presence: string | null
}

export interface Call {
  id: string
  state: 'RINGING' | 'ACTIVE' | 'ENDED' | 'CANCELLED' | 'MISSED'
  desk: Named
  region: Named
  guide: Person | null
  language: string
  ringAt: string
  acceptedAt: string | null
  endedAt: string | null
  endReason: string | null
  rating: { stars: number; comment: string | null } | null
  onDuty: number
  alerts: { sent: number; seen: number }
  guideOnline: boolean
  deskOnline: boolean
  transfer: { to: unknown; reason: string | null } | null
  version: number
}

export interface Message {
  callId: string
  seq: number
  clientId: string
  username: string
  displayName: string
  contents: string
  sendDate: string
}

export interface Note {
  id: string
  kind: string
  from: unknown
  to: { username?: string; region?: string }
  callId: string | null
  contents: string
  sendDate: string
  readAt: string | null
}

export interface List<T> {
  items: T[]
  next: string | null
}

export interface Refusal {
  code: string
  detail: string
  ref: string | null
}

export interface RegionEvent {
  type: string
  call?: Call
  note?: Note
  username?: string
  state?: string
  connected?: boolean
}

export interface Signal {
  type: 'TYPING' | 'READ'
  callId: string
  username: string
  typing?: boolean
  seq?: number
}

/** Of the profile `demo`. */
export const demoPassword = 'deskbell-demo'
export const demoCode = (desk: string) => `DEMO-${desk.toUpperCase()}`
