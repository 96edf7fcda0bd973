import { http, segment } from '../http'
import type { Page, Region } from '../types'

const base = '/api/admin/regions'

export type RegionChange = Partial<Omit<Region, 'code'>>

export const fetchRegions = (cursor?: string | null) => http.get<Page<Region>>(base, { cursor, limit: 200 })
export const fetchRegion = (code: string) => http.get<Region>(`${base}/${segment(code)}`)
export const createRegion = (region: Region) => http.post<Region>(base, region)
export const changeRegion = (code: string, change: RegionChange) =>
  http.patch<Region>(`${base}/${segment(code)}`, change)
export const deleteRegion = (code: string) => http.delete(`${base}/${segment(code)}`)
