import { http, segment } from '../http'
import type { Desk, Page, Pairing } from '../types'

const base = '/api/admin/desks'

type Settings = Pick<Desk, 'name' | 'names' | 'region' | 'languages' | 'enabled'>
export type NewDesk = Settings & Pick<Desk, 'code'>
export type DeskChange = Partial<Settings>

export const fetchDesks = (cursor?: string | null) => http.get<Page<Desk>>(base, { cursor, limit: 200 })
export const fetchDesk = (code: string) => http.get<Desk>(`${base}/${segment(code)}`)
export const createDesk = (desk: NewDesk) => http.post<Desk>(base, desk)
export const changeDesk = (code: string, change: DeskChange) =>
  http.patch<Desk>(`${base}/${segment(code)}`, change)
export const deleteDesk = (code: string) => http.delete(`${base}/${segment(code)}`)
export const startPairing = (code: string) => http.post<Pairing>(`${base}/${segment(code)}/pairing`)
export const unpairDesk = (code: string) => http.delete(`${base}/${segment(code)}/device`)
