import { i18n } from '@/locales'
import { formatList } from '@/utils/formatList'

import type { IncomingCard } from './useIncoming'

/** What kind of question a card is: a call, a late one, transferred by somebody, or ringing again. */
export function kindText({ kind, late, call }: IncomingCard): string {
  const { t } = i18n.global
  if (kind !== 'call') return t(`guide.incoming.${kind}`, { name: call.guide?.displayName ?? '' })
  return late ? t('guide.incoming.late') : t('guide.incoming.call')
}

/** Who was told beside the call's own region; our own is no news to us where the call is another's. */
export function toldText({ call, foreign, adminsTold }: IncomingCard, mine: readonly string[]): string {
  const { t } = i18n.global
  const others = call.ringsIn.slice(1).filter((region) => !foreign || !mine.includes(region.code))
  const regions = formatList(others.map((region) => region.name))
  if (!adminsTold) return regions && t('guide.incoming.told.regions', { regions })
  return regions ? t('guide.incoming.told.both', { regions }) : t('guide.incoming.told.admins')
}

/** Why this guide cannot take it, and who can. */
export function othersText({ others }: IncomingCard): string {
  const { t } = i18n.global
  if (!others) return ''
  if (others.length === 0) return t('guide.incoming.full.nobody')
  return t('guide.incoming.full.others', { names: formatList(others) })
}

/** What comes next, for the dial. */
export function nextText({ next, kind }: IncomingCard): string {
  const { t } = i18n.global
  if (next) return t(`guide.incoming.next.${next.step}`, { n: next.seconds })
  return t(kind === 'transfer' ? 'guide.incoming.returning' : 'guide.incoming.overdue')
}
