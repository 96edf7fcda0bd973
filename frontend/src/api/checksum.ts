import { http } from './http'

/** What the server holds as the caller's state, in short. */
export interface Checksum {
  calls: string
  unread: number
}

export const fetchChecksum = (signal?: AbortSignal) => http.get<Checksum>('/api/checksum', {}, signal)
