import { http } from '../http'
import type { AuditEntry, Page } from '../types'

/** Filters left out or empty do not filter. `from` and `to` are ISO instants. */
export interface AuditSearch {
  actor?: string
  action?: string
  from?: string
  to?: string
  cursor?: string | null
}

/** The newest first. */
export const searchAudit = (search: AuditSearch, signal?: AbortSignal) =>
  http.get<Page<AuditEntry>>('/api/admin/audit', { ...search }, signal)
