import { http } from './http'
import type { Page, Session, SignIn } from './types'

export const fetchSession = () => http.get<Session>('/api/session')
export const signIn = (username: string, password: string) =>
  http.post<Session>('/api/session', { username, password })
export const signOut = () => http.delete('/api/session')
export const changePassword = (current: string, password: string) =>
  http.put('/api/session/password', { current, password })
export const pairDesk = (pairingCode: string) => http.post<Session>('/api/desk/pair', { pairingCode })

/** Where I am signed in, the latest used first. */
export const fetchSignIns = () => http.get<Page<SignIn>>('/api/sessions')
export const endSignIn = (id: string) => http.delete(`/api/sessions/${id}`)
/** Everywhere, here too. */
export const endSignIns = () => http.delete('/api/sessions')
