import type { Language } from '@/locales/languages'

export type Role = 'DESK' | 'GUIDE' | 'ADMIN'
export type PresenceState = 'AVAILABLE' | 'BUSY' | 'AWAY'
export type CallState = 'RINGING' | 'ACTIVE' | 'ENDED' | 'CANCELLED' | 'MISSED'
export type NoteKind = 'CALL' | 'MISSED' | 'TRANSFER' | 'LEFT' | 'TEXT'
export type Weekday = 'MON' | 'TUE' | 'WED' | 'THU' | 'FRI' | 'SAT' | 'SUN'

/** What something is called in these languages. */
export type Names = Partial<Record<Language, string>>

export interface Named {
  code: string
  /** In the reader's language, where it has one: see `localizedNames.ts`. */
  name: string
  names?: Names
  /** Its name whatever the reader's language, where there are `names`. */
  ownName?: string
}

export interface Person {
  username: string
  displayName: string
}

export interface Page<T> {
  items: T[]
  next: string | null
}

export interface Session {
  username: string
  displayName: string
  role: Role
  regions: Named[]
  desk: Named | null
  presence: PresenceState | null
  /** How many calls a guide may have at once; null for others. */
  maxCalls?: number | null
  /** What a desk offers its visitors, the first to begin with; null for people. */
  languages?: Language[] | null
  /** In which a desk's region keeps its hours; null for people. */
  timeZone?: string | null
  /** What this person must set before anything else. */
  owes?: RequiredSetup | null
}

export type RequiredSetup = 'PASSWORD' | 'SECOND_FACTOR'

/** Whether a code is asked for at sign-in, and how many backup codes are left. */
export interface SecondFactor {
  on: boolean
  backupCodes: number
}

/** What an authenticator app is told: the key to type, and the same to scan. */
export interface NewFactor {
  secret: string
  uri: string
}

/** Somebody did something. */
export interface AuditEntry {
  at: string
  actor: string
  action: string
  subject: string | null
  address: string | null
  reason: string | null
}

/** One place where a person is signed in. */
export interface SignIn {
  id: string
  since: string
  lastSeen: string
  address: string | null
  agent: string | null
  current: boolean
}

export type Recipient = { username: string } | { region: string }

export interface Call {
  id: string
  state: CallState
  desk: Named
  region: Named
  guide: Person | null
  language: Language
  ringAt: string
  acceptedAt: string | null
  endedAt: string | null
  endReason: string | null
  rating: { stars: number; comment: string | null } | null
  onDuty: number
  alerts: { sent: number; seen: number }
  guideOnline: boolean
  deskOnline: boolean
  transfer: { to: Recipient; reason: string | null } | null
  version: number
  /** Since when it rings now; null where it does not. */
  ringingSince: string | null
  /** Where it rings or rang, its own region first. */
  ringsIn: Named[]
  /** What has happened and will happen while nobody takes it. */
  steps: Step[]
  /** The guides who have declined it since it rings or is transferred; a desk is told of none. */
  declinedBy: string[]
  /** When its visitor last left a text. */
  leftAt: string | null
  /** When its region opens, if it was closed at the press. */
  opensAt: string | null
}

export type StepName = 'REMINDER' | 'FALLBACK' | 'ADMINS' | 'MISSED' | 'RETURNED'

export interface Step {
  step: StepName
  at: string
  done: boolean
}

/** What became of alerting one guide. */
export interface Alert extends Person {
  sentAt: string
  seenAt: string | null
  audible: boolean | null
  declinedAt: string | null
  reason: string | null
}

export type CallEventKind =
  | 'RANG'
  | 'REMINDED'
  | 'WIDENED'
  | 'ADMINS_TOLD'
  | 'ACCEPTED'
  | 'TRANSFER_OFFERED'
  | 'TRANSFER_TAKEN_BACK'
  | 'TRANSFER_RETURNED'
  | 'GUIDE_LOST'
  | 'DESK_LOST'
  | 'LEFT'
  | 'MISSED'
  | 'CANCELLED'
  | 'ENDED'

/** One thing that happened to a call. */
export interface CallEvent {
  at: string
  kind: CallEventKind
  username: string | null
  displayName: string | null
  to: string | null
  region: Named | null
  reason: string | null
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

/** Messages after a seq, with how far each side has read. */
export interface Messages {
  items: Message[]
  read?: Record<string, number>
}

export type NoteEventType =
  | 'CALL_RANG'
  | 'CALL_UNANSWERED'
  | 'CALL_MISSED'
  | 'CALL_HANDED_ON'
  | 'CALL_RETURNED'
  | 'DESK_SILENT'
  | 'DESK_BACK'
  | 'DESK_STUCK'
  | 'DEVICE_COPIED'
  | 'REGION_UNCOVERED'
  | 'INSPECTION_FOUND'

/** What a note of Deskbell's own tells of. */
export interface NoteEvent {
  type: NoteEventType
  desk?: Named
  region?: Named
  at?: string
  timeZone?: string
  reason?: string
  count?: number
  findings?: { check: string; subject: string }[]
}

/** How what the alert of a call asked for ended. */
export interface Outcome {
  state: 'ANSWERED' | 'CANCELLED' | 'MISSED' | 'RETURNED' | 'ENDED'
  guide: Person | null
  at: string
}

export interface Note {
  id: string
  kind: NoteKind
  from: Person | { desk: Named } | null
  to: Recipient
  callId: string | null
  contents: string
  sendDate: string
  readAt: string | null
  /** Null for words of people. */
  event: NoteEvent | null
  /** Null while it needs somebody, and where it is no alert. */
  outcome: Outcome | null
  /** How often its desk had called, with the calls cancelled right before. */
  times: number
  /** The note whose place it takes. */
  replaces: string | null
}

export interface Notes extends Page<Note> {
  unread: number
}

export interface Presence extends Person {
  /** What colleagues see: also BUSY by itself, at the most calls a guide may have. */
  state: PresenceState
  /** What the guide said. */
  intent: PresenceState
  connected: boolean
  calls: number
}

export interface OpeningHours {
  day: Weekday
  from: string
  to: string
}

export interface Region extends Named {
  fallback: string | null
  hours: OpeningHours[] | null
  timeZone: string
  /** Days on which it is closed, whatever the hours say. */
  holidays: string[]
}

export interface Desk extends Named {
  region: string
  languages: Language[]
  enabled: boolean
  paired: boolean
  online: boolean
  lastSeen: string | null
}

/** A desk as its region's guides see it. */
export type DeskStatus = Omit<Desk, 'region' | 'languages'>

export interface Pairing {
  pairingCode: string
  expiresAt: string
}

export interface Account extends Person {
  role: Exclude<Role, 'DESK'>
  regions: string[]
  enabled: boolean
  maxCalls: number
}

export interface FoundMessage extends Message {
  desk: Named
  region: Named
  language: Language
}
