import { abortReadsDuring, http } from './http'
import type { NewFactor, Page, SecondFactor, Session, SignIn } from './types'

export const fetchSession = () => http.get<Session>('/api/session')
export const signIn = (username: string, password: string, code?: string) =>
  http.post<Session>('/api/session', { username, password, ...(code && { code }) })
export const signOut = () => abortReadsDuring(() => http.delete('/api/session'))
export const changePassword = (current: string, password: string) =>
  http.put('/api/session/password', { current, password })
export const pairDesk = (pairingCode: string) => http.post<Session>('/api/desk/pair', { pairingCode })

/** Where I am signed in, the latest used first. */
export const fetchSignIns = () => http.get<Page<SignIn>>('/api/sessions')
export const endSignIn = (id: string) => http.delete(`/api/sessions/${id}`)
/** Everywhere, here too. */
export const endSignIns = () => abortReadsDuring(() => http.delete('/api/sessions'))

const factor = '/api/session/second-factor'

export const fetchSecondFactor = () => http.get<SecondFactor>(factor)
export const offerSecondFactor = (current: string) => http.post<NewFactor>(factor, { current })
/** Turns it on; the backup codes are shown this once. */
export const confirmSecondFactor = (code: string) => http.put<{ backupCodes: string[] }>(factor, { code })
export const renewBackupCodes = (current: string, code: string) =>
  http.post<{ backupCodes: string[] }>(`${factor}/backup-codes`, { current, code })
export const removeSecondFactor = (current: string, code: string) =>
  http.post(`${factor}/removal`, { current, code })
