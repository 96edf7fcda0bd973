import { http, segment } from './http'
import type { Presence } from './types'

export const fetchPresence = (region: string) =>
  http.get<{ items: Presence[] }>(`/api/regions/${segment(region)}/presence`)
