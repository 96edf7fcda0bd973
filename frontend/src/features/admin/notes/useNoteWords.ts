import { useI18n } from 'vue-i18n'

import type { Note } from '@/api/types'

/** Who a note is from and what it says; what Deskbell composes by its kind reads in the reader's language. */
export function useNoteWords() {
  const { t } = useI18n()

  function senderOf({ from }: Note): string {
    if (from === null) return t('admin.notes.deskbell')
    return 'desk' in from ? from.desk.name : from.displayName
  }

  function textOf(note: Note): string {
    const desk = note.from && 'desk' in note.from ? note.from.desk.name : undefined
    if (note.kind === 'CALL' && desk) return t('admin.notes.called', { desk })
    if (note.kind === 'MISSED' && desk) return t('admin.notes.missed', { desk })
    return note.contents || t(`admin.notes.kind.${note.kind}`)
  }

  return { senderOf, textOf }
}
