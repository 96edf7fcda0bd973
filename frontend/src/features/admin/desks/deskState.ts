import { mdiCheckCircleOutline, mdiLinkVariantOff, mdiPowerStandby, mdiWifiOff } from '@mdi/js'

import type { Desk } from '@/api/types'
import type { Meaning } from '@/theme/palettes'

export const deskStates = ['online', 'offline', 'unpaired', 'disabled'] as const
export type DeskState = (typeof deskStates)[number]

/** A desk's state: the first reason why it cannot ring, or online. */
export function stateOf(desk: Desk): DeskState {
  if (!desk.enabled) return 'disabled'
  if (!desk.paired) return 'unpaired'
  return desk.online ? 'online' : 'offline'
}

export const stateMeanings: Record<DeskState, Meaning> = {
  online: 'active',
  offline: 'missed',
  unpaired: 'bell',
  disabled: 'quiet',
}

export const stateIcons: Record<DeskState, string> = {
  online: mdiCheckCircleOutline,
  offline: mdiWifiOff,
  unpaired: mdiLinkVariantOff,
  disabled: mdiPowerStandby,
}
