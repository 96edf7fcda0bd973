import { http } from '../http'

/** Something that should never be so. */
export interface Finding {
  check: string
  subject: string
  detail: string
}

export interface Inspection {
  /** Null before the first one. */
  at: string | null
  checked: number
  findings: Finding[]
}

export const fetchInspection = () => http.get<Inspection>('/api/admin/inspection')
export const inspect = () => http.post<Inspection>('/api/admin/inspection')
