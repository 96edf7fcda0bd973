import type { Live, LiveRegion } from '@/api/admin/live'
import type { Alert, Call, CallEvent, DeskStatus, Message, Note, Presence, Session, Step } from '@/api/types'

const seoul = { code: 'seoul', name: '서울' }
const desk = { code: 'seoul-1', name: '동쪽 로비 1번' }

export function guideSession(more: Partial<Session> = {}): Session {
  return {
    username: 'seoul.guide1',
    displayName: '하늘',
    role: 'GUIDE',
    regions: [seoul],
    desk: null,
    presence: 'AVAILABLE',
    ...more,
  }
}

export function deskSession(more: Partial<Session> = {}): Session {
  return {
    username: 'desk:seoul-1',
    displayName: desk.name,
    role: 'DESK',
    regions: [seoul],
    desk,
    presence: null,
    ...more,
  }
}

const usual = { REMINDER: 20, FALLBACK: 45, ADMINS: 75, MISSED: 120 } as const

/** The steps of a call that has rung since then, with the times that the protocol gives. */
export function stepsSince(since: string, now = since): Step[] {
  return Object.entries(usual).map(([step, seconds]) => {
    const at = new Date(Date.parse(since) + seconds * 1000).toISOString()
    return { step: step as keyof typeof usual, at, done: at <= now }
  })
}

export function call(more: Partial<Call> = {}): Call {
  const ringAt = more.ringAt ?? '2026-11-22T10:48:00.000Z'
  const rings = (more.state ?? 'RINGING') === 'RINGING'
  return {
    id: 'c1',
    state: 'RINGING',
    desk,
    region: seoul,
    guide: null,
    language: 'ko',
    ringAt,
    acceptedAt: null,
    endedAt: null,
    endReason: null,
    rating: null,
    onDuty: 2,
    alerts: { sent: 2, seen: 0 },
    guideOnline: false,
    deskOnline: true,
    transfer: null,
    version: 1,
    ringingSince: rings ? ringAt : null,
    ringsIn: [seoul],
    steps: rings ? stepsSince(ringAt) : [],
    declinedBy: [],
    leftAt: null,
    opensAt: null,
    ...more,
  }
}

export function message(seq: number, more: Partial<Message> = {}): Message {
  return {
    callId: 'c1',
    seq,
    clientId: `client-${seq}`,
    username: 'desk:seoul-1',
    displayName: desk.name,
    contents: `words ${seq}`,
    sendDate: '2026-11-22T10:49:00.000Z',
    ...more,
  }
}

export function note(more: Partial<Note> = {}): Note {
  return {
    id: 'n1',
    kind: 'TEXT',
    from: { username: 'seoul.guide2', displayName: '가람' },
    to: { username: 'seoul.guide1' },
    callId: null,
    contents: '3번 출구가 붐빕니다.',
    sendDate: '2026-11-22T09:00:00.000Z',
    readAt: null,
    event: null,
    outcome: null,
    times: 1,
    replaces: null,
    ...more,
  }
}

export function adminSession(more: Partial<Session> = {}): Session {
  return {
    username: 'admin',
    displayName: '관리자',
    role: 'ADMIN',
    regions: [],
    desk: null,
    presence: null,
    ...more,
  }
}

export function liveRegion(more: Partial<LiveRegion> = {}): LiveRegion {
  return {
    ...seoul,
    timeZone: 'Asia/Seoul',
    open: true,
    opensAt: null,
    onDuty: 1,
    guides: [
      { username: 'seoul.guide1', displayName: '하늘', state: 'AVAILABLE', connected: true, calls: 0 },
      { username: 'seoul.guide2', displayName: '가람', state: 'AWAY', connected: true, calls: 0 },
    ],
    desks: [{ ...desk, enabled: true, paired: true, online: true, lastSeen: null }],
    calls: [],
    today: { calls: 0, byHour: Array.from({ length: 24 }, () => 0) },
    ...more,
  }
}

export function livePicture(regions: LiveRegion[] = [liveRegion()], more: Partial<Live> = {}): Live {
  return {
    at: '2026-11-22T10:48:32.000Z',
    today: { calls: 0, answered: 0, missed: 0, cancelled: 0, secondsToAnswerMedian: null },
    regions,
    ...more,
  }
}

export function callEvent(kind: CallEvent['kind'], at: string, more: Partial<CallEvent> = {}): CallEvent {
  return { at, kind, username: null, displayName: null, to: null, region: null, reason: null, ...more }
}

/** What became of alerting a colleague of the guide: nothing yet. */
export function alert(more: Partial<Alert> = {}): Alert {
  return {
    username: 'seoul.guide2',
    displayName: '가람',
    sentAt: '2026-11-22T10:48:00.000Z',
    seenAt: null,
    audible: null,
    declinedAt: null,
    reason: null,
    ...more,
  }
}

/** A colleague of the guide. */
export function presence(more: Partial<Presence> = {}): Presence {
  return {
    username: 'seoul.guide2',
    displayName: '가람',
    state: 'AVAILABLE',
    intent: 'AVAILABLE',
    connected: true,
    calls: 0,
    ...more,
  }
}

export function deskStatus(more: Partial<DeskStatus> = {}): DeskStatus {
  return { ...desk, enabled: true, paired: true, online: true, lastSeen: null, ...more }
}
