import { http, segment } from './http'
import type { Note, Notes, Recipient } from './types'

export interface NoteFilter {
  unread?: boolean
  cursor?: string | null
  limit?: number
}

export const fetchNotes = (filter: NoteFilter = {}, signal?: AbortSignal) =>
  http.get<Notes>('/api/notes', { ...filter }, signal)
export const readNote = (id: string) => http.post<void>(`/api/notes/${segment(id)}/read`)
export const readAllNotes = () => http.post<void>('/api/notes/read')
export const sendNote = (to: Recipient, contents: string) => http.post<Note>('/api/notes', { to, contents })
