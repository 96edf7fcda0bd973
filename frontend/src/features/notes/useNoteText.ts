import { useI18n } from 'vue-i18n'

import type { Note, NoteEvent, NoteEventType } from '@/api/types'
import { useFormats } from '@/composables/useFormats'
import { useSessionStore } from '@/stores/session'

/**
 * Who a note is from and what it says: what happened and how it ended in the reader's language and zone, the words of
 * people as they are. Who sent it stands beside it, and is not said again.
 */
export function useNoteText() {
  const i18n = useI18n()
  const { t } = i18n
  const { when, number } = useFormats()
  const sessions = useSessionStore()

  function senderOf({ from }: Note): string {
    if (from === null) return t('notes.deskbell')
    return 'desk' in from ? from.desk.name : from.displayName
  }

  function happened({ type, desk, region, at, count = 0, findings = [] }: NoteEvent): string {
    const facts = {
      desk: desk?.name ?? '',
      region: region?.name ?? '',
      time: at ? when(at) : '',
      n: number(count),
    }
    const found = findings.map(({ check, subject }) => {
      const key = `admin.inspection.check.${check}`
      return `${i18n.te(key) ? t(key) : check} ${subject}`
    })
    return [t(`notes.event.${type}`, facts, count), ...found].join('\n')
  }

  function ended({ outcome }: Note): string {
    if (!outcome) return ''
    const { state, guide, at } = outcome
    const how = guide && guide.username === sessions.username ? 'YOU' : state
    return t(`notes.outcome.${how}`, { time: when(at), name: guide?.displayName ?? '' })
  }

  function called(note: Note): string {
    const times = note.times > 1 ? t('notes.again', { n: number(note.times) }) : ''
    const waits: NoteEventType = 'username' in note.to ? 'CALL_UNANSWERED' : 'CALL_RANG'
    if (note.outcome) return [times || t('notes.called'), ended(note)].join(' ')
    return [times, times && waits === 'CALL_RANG' ? '' : t(`notes.event.${waits}`)].filter(Boolean).join(' ')
  }

  function handedOn(note: Note): string {
    if (note.from === null) return t('notes.event.CALL_RETURNED')
    const { event, contents } = note
    const what = event ? happened(event) : t('notes.handedOn', { reason: contents })
    const why = event?.reason ? t('notes.reason', { text: what, reason: event.reason }) : what
    return [why, ended(note)].filter(Boolean).join(' ')
  }

  /** A newer server may tell of more than this page knows: that is shown as it came. */
  function textOf(note: Note): string {
    if (note.kind === 'CALL') return called(note)
    if (note.kind === 'MISSED') return t('notes.event.CALL_MISSED')
    if (note.kind === 'TRANSFER') return handedOn(note)
    if (note.kind === 'LEFT') return t('notes.left', { text: note.contents })
    return note.event && i18n.te(`notes.event.${note.event.type}`) ? happened(note.event) : note.contents
  }

  return { senderOf, textOf }
}
