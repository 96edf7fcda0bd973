import { http, segment } from './http'
import type { DeskStatus, Presence } from './types'

export const fetchPresence = (region: string) =>
  http.get<{ items: Presence[] }>(`/api/regions/${segment(region)}/presence`)
export const fetchDesks = (region: string) =>
  http.get<{ items: DeskStatus[] }>(`/api/regions/${segment(region)}/desks`)
