import { http, segment } from '../http'
import type { Account, Page } from '../types'

const base = '/api/admin/accounts'

export type NewAccount = Account & { password: string }
export type AccountChange = Partial<Omit<NewAccount, 'username'>>

export const fetchAccounts = (cursor?: string | null) => http.get<Page<Account>>(base, { cursor, limit: 200 })
export const fetchAccount = (username: string) => http.get<Account>(`${base}/${segment(username)}`)
export const createAccount = (account: NewAccount) => http.post<Account>(base, account)
export const changeAccount = (username: string, change: AccountChange) =>
  http.patch<Account>(`${base}/${segment(username)}`, change)
export const deleteAccount = (username: string) => http.delete(`${base}/${segment(username)}`)
/** A password for one sign-in, shown this once. */
export const resetPassword = (username: string) =>
  http.post<{ password: string; expiresAt: string }>(`${base}/${segment(username)}/password`)
export const removeSecondFactor = (username: string) =>
  http.delete(`${base}/${segment(username)}/second-factor`)
