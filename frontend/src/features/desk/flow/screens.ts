import type { ProblemCode } from '@/api/problem'
import type { Call } from '@/api/types'

import { isConversation } from './guideStatus'

export type Screen =
  'idle' | 'asking' | 'held' | 'failed' | 'ringing' | 'talking' | 'thanks' | 'missed' | 'note' | 'noted'

/** Why a press led to no call: too long without a connection, or the server's own reason. */
export type Failure = 'EXPIRED' | ProblemCode

export interface Situation {
  call: Call | null
  online: boolean
  /** A press is on its way. */
  asked: boolean
  failure: Failure | null
  /** The visitor took the press back; the server may not know yet. */
  withdrawn: boolean
  /** The visitor ended this call, and has left its thanks or not; the server may not know yet. */
  ended: { id: string; thanked: boolean } | null
  note: 'none' | 'writing' | 'left'
}

/** What a visitor should see. What has really happened wins over what we were about to do. */
export function screenOf(now: Situation): Screen {
  const left = now.call !== null && now.call.id === now.ended?.id
  if (left && !now.ended?.thanked) return 'thanks'
  // The next visitor may be at the desk before the server knows that the last one left.
  const call = left ? null : now.call
  if (call && isConversation(call)) return 'talking'
  if (now.note === 'left') return 'noted'
  if (call && now.note === 'writing') return 'note'
  if (call?.state === 'RINGING') return now.withdrawn ? 'idle' : 'ringing'
  if (call?.state === 'MISSED') return 'missed'
  if (call?.state === 'ENDED') return 'thanks'
  if (now.asked) return now.online ? 'asking' : 'held'
  return now.failure ? 'failed' : 'idle'
}
