import type { Call } from '@/api/types'
import { i18n } from '@/locales'
import type { Refusal } from '@/realtime/destinations'
import { problemText } from '@/utils/problemText'

/** Why the guide could not do it, in words that belong to a call; empty without a refusal. */
export function refusalText(refusal: Refusal | undefined, call?: Call): string {
  if (!refusal) return ''
  const { t } = i18n.global
  if (refusal.code === 'CALL_TAKEN' && call?.guide) {
    return t('guide.farewell.takenFirst', { name: call.guide.displayName })
  }
  if (refusal.code === 'GUIDE_BUSY') return t('guide.refused.busy')
  if (refusal.code === 'UNAVAILABLE') return t('guide.refused.unavailable')
  return problemText(refusal.code)
}

/** The same in the pane of an own call, where what may be refused is above all handing it on. */
export function paneRefusalText(refusal: Refusal | undefined, call: Call): string {
  const { t } = i18n.global
  if (refusal?.code === 'INVALID_REQUEST') return t('guide.refused.handOn')
  return refusalText(refusal, call)
}
