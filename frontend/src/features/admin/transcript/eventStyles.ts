import {
  mdiAccountArrowRightOutline,
  mdiBellAlertOutline,
  mdiBellRingOutline,
  mdiBullhornOutline,
  mdiCheck,
  mdiClose,
  mdiMapMarkerPlusOutline,
  mdiNoteTextOutline,
  mdiShieldAccountOutline,
  mdiStarOutline,
  mdiUndoVariant,
  mdiWifiOff,
} from '@mdi/js'

import { meaningIcons } from '@/ui/meanings'

import type { EventKind } from './timeline'

/** An event's icon, and the meaning of its colour if it has one. */
export const eventStyles: Record<EventKind, { icon: string; meaning?: 'ringing' | 'active' | 'missed' }> = {
  RANG: { icon: mdiBellRingOutline, meaning: 'ringing' },
  ALERTED: { icon: mdiBullhornOutline },
  REMINDED: { icon: mdiBellAlertOutline, meaning: 'ringing' },
  WIDENED: { icon: mdiMapMarkerPlusOutline, meaning: 'missed' },
  ADMINS_TOLD: { icon: mdiShieldAccountOutline, meaning: 'missed' },
  DECLINED: { icon: mdiClose },
  ACCEPTED: { icon: mdiCheck, meaning: 'active' },
  TRANSFER_OFFERED: { icon: mdiAccountArrowRightOutline, meaning: 'ringing' },
  TRANSFER_TAKEN_BACK: { icon: mdiUndoVariant },
  TRANSFER_RETURNED: { icon: mdiUndoVariant },
  GUIDE_LOST: { icon: mdiWifiOff, meaning: 'missed' },
  DESK_LOST: { icon: mdiWifiOff, meaning: 'missed' },
  LEFT: { icon: mdiNoteTextOutline },
  MISSED: { icon: meaningIcons.missed, meaning: 'missed' },
  OVER: { icon: mdiClose },
  RATED: { icon: mdiStarOutline },
}
