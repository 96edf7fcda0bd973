import type { Note, NoteKind } from '@/api/types'

export const noteFilters = ['all', 'unread', 'missed', 'colleagues'] as const
export type NoteFilter = (typeof noteFilters)[number]

const kinds: Partial<Record<NoteFilter, readonly NoteKind[]>> = {
  missed: ['MISSED', 'LEFT'],
  colleagues: ['TEXT', 'TRANSFER'],
}

/** `opened` stay among the unread while they are being looked at. */
export function filterNotes(notes: readonly Note[], filter: NoteFilter, opened: ReadonlySet<string>): Note[] {
  if (filter === 'unread') return notes.filter((note) => note.readAt === null || opened.has(note.id))
  const wanted = kinds[filter]
  return wanted ? notes.filter((note) => wanted.includes(note.kind)) : [...notes]
}
