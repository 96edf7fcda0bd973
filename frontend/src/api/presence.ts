import { http, segment } from './http'
import type { DeskStanding, Presence } from './types'

export const fetchPresence = (region: string) =>
  http.get<{ items: Presence[] }>(`/api/regions/${segment(region)}/presence`)
export const fetchDesks = (region: string) =>
  http.get<{ items: DeskStanding[] }>(`/api/regions/${segment(region)}/desks`)
