import type { ProblemCode } from '@/api/problem'
import type { Call, Message, Names, Note, Outcome, PresenceState, Recipient } from '@/api/types'
import type { Language } from '@/locales/languages'

export type RegionEvent =
  | { type: 'CALL'; call: Call }
  | { type: 'NOTE'; note: Note }
  | Settled
  | {
      type: 'PRESENCE'
      username: string
      displayName?: string
      state: PresenceState
      intent: PresenceState
      connected: boolean
      calls: number
    }
  | { type: 'COVERAGE'; region: string; onDuty: number | boolean }
  | {
      type: 'DESK'
      desk: string | { code: string; name: string }
      online: boolean
      name?: string
      ownName?: string
      names?: Names
      enabled?: boolean
      paired?: boolean
    }

/** What a note to the region asked for has ended. */
export interface Settled {
  type: 'SETTLED'
  id: string
  callId: string
  outcome: Outcome
}

export type Signal =
  | { type: 'TYPING'; callId: string; username: string; typing: boolean }
  | { type: 'READ'; callId: string; username: string; seq: number }

/** Something sent was refused; `ref` is its requestId, clientId or call id. */
export interface Refusal {
  code: ProblemCode
  detail: string
  ref: string | null
}

/** What arrives where. */
export interface Arriving {
  '/user/queue/calls': Call
  '/user/queue/notes': Note
  '/user/queue/messages': Message
  '/user/queue/signals': Signal
  '/user/queue/errors': Refusal
  [region: `/topic/regions.${string}`]: RegionEvent
}

export type Source = keyof Arriving

export const queues = {
  calls: '/user/queue/calls',
  notes: '/user/queue/notes',
  messages: '/user/queue/messages',
  signals: '/user/queue/signals',
  errors: '/user/queue/errors',
} as const satisfies Record<string, Source>

export const regionTopic = (code: string) => `/topic/regions.${code}` as const

/** What may be sent where; `null` is a frame without a body. */
export interface Leaving {
  '/app/calls.ring': { requestId: string; language: Language }
  '/app/presence': { state: PresenceState }
  [cancel: `/app/calls.${string}.cancel`]: null
  [accept: `/app/calls.${string}.accept`]: null
  [decline: `/app/calls.${string}.decline`]: { reason: string }
  [transfer: `/app/calls.${string}.transfer`]: { to: Recipient; reason: string }
  [end: `/app/calls.${string}.end`]: null
  [rate: `/app/calls.${string}.rate`]: { stars: number; comment: string | null }
  [messages: `/app/calls.${string}.messages`]: { clientId: string; contents: string }
  [typing: `/app/calls.${string}.typing`]: { typing: boolean }
  [read: `/app/calls.${string}.read`]: { seq: number }
  [seen: `/app/calls.${string}.seen`]: { audible: boolean }
  [leave: `/app/calls.${string}.leave`]: { contents: string }
}

export type Target = keyof Leaving

type Step =
  | 'cancel'
  | 'accept'
  | 'decline'
  | 'transfer'
  | 'end'
  | 'rate'
  | 'messages'
  | 'typing'
  | 'read'
  | 'seen'
  | 'leave'

/** Where one step of a call is sent: `callTarget(id, 'accept')`. */
export const callTarget = <S extends Step>(id: string, step: S) => `/app/calls.${id}.${step}` as const
