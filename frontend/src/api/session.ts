import { http } from './http'
import type { Session } from './types'

export const fetchSession = () => http.get<Session>('/api/session')
export const signIn = (username: string, password: string) =>
  http.post<Session>('/api/session', { username, password })
export const signOut = () => http.delete('/api/session')
export const pairDesk = (pairingCode: string) => http.post<Session>('/api/desk/pair', { pairingCode })
