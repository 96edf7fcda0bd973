import { mdiCheckCircleOutline, mdiLinkVariantOff, mdiPowerStandby, mdiWifiOff } from '@mdi/js'

import type { DeskState } from '@/domain/deskState'
import type { Meaning } from '@/theme/palettes'

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
