import type { DeskStatus } from '@/api/types'

export const deskStates = ['online', 'offline', 'unpaired', 'disabled'] as const
export type DeskState = (typeof deskStates)[number]

/** A desk's state: the first reason why it cannot ring, or online. */
export function deskStateOf(desk: Pick<DeskStatus, 'enabled' | 'paired' | 'online'>): DeskState {
  if (!desk.enabled) return 'disabled'
  if (!desk.paired) return 'unpaired'
  return desk.online ? 'online' : 'offline'
}
