import { http } from '../http'

/** Something that should never be so. */
export interface Finding {
  check: string
  subject: string
  /** As the database has it: a call's state, since when it was due, or how many calls. */
  detail: string | null
}

export interface Inspection {
  /** Null before the first one. */
  at: string | null
  checked: number
  findings: Finding[]
}

export const fetchInspection = () => http.get<Inspection>('/api/admin/inspection')
export const inspect = () => http.post<Inspection>('/api/admin/inspection')
