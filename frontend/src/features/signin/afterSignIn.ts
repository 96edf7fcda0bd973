import type { Role } from '@/api/types'

export const homes: Record<Role, string> = { DESK: '/desk', GUIDE: '/guide', ADMIN: '/admin' }

/** Where somebody wanted to go, if that is a page of ours and of their role; else their own page. */
export function afterSignIn(role: Role, next: unknown): string {
  const home = homes[role]
  const ours =
    typeof next === 'string' && (next === home || next.startsWith(`${home}/`) || next.startsWith(`${home}?`))
  return ours ? next : home
}
