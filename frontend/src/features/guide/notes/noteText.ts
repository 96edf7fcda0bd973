import type { Note } from '@/api/types'
import { i18n } from '@/locales'

/** Who a note is from: a desk, a colleague, or Deskbell itself. */
export function noteSender(note: Note): string {
  if (note.from === null) return i18n.global.t('guide.notes.fromDeskbell')
  return 'desk' in note.from ? note.from.desk.name : note.from.displayName
}

/** What a note says: composed by its kind, so that it reads in the reader's language; a text is left as it is. */
export function noteText(note: Note): string {
  const { t } = i18n.global
  const desk = noteSender(note)
  if (note.kind === 'CALL') return t('guide.notes.called', { desk })
  if (note.kind === 'MISSED') return t('guide.notes.missed', { desk })
  if (note.kind === 'LEFT') return t('guide.notes.left', { text: note.contents })
  if (note.kind === 'TRANSFER') {
    return note.from ? t('guide.notes.transferred', { reason: note.contents }) : t('guide.notes.cameBack')
  }
  return note.contents
}
