import type { ProblemCode } from '@/api/problem'
import { i18n } from '@/locales'

import { problemText } from './problemText'

/** Sending the same again would be refused again; the words are all that can be saved. */
const final: ReadonlySet<ProblemCode> = new Set(['CALL_OVER', 'NOT_FOUND', 'INVALID_MESSAGE'])

/** Why a message was not delivered and what its writer can do. */
export function deliveryFailure(code: ProblemCode | null): { reason: string; final: boolean } {
  if (code === null) return { reason: '', final: false }
  if (!final.has(code)) return { reason: problemText(code), final: false }
  return { reason: i18n.global.t(`common.message.undelivered.${code}`), final: true }
}
