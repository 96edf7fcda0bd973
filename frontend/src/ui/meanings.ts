import {
  mdiBellOutline,
  mdiBellRingOutline,
  mdiForumOutline,
  mdiMinusCircleOutline,
  mdiPhoneMissedOutline,
} from '@mdi/js'

import type { CallState } from '@/api/types'
import type { Meaning } from '@/theme/palettes'

export const meaningIcons: Record<Meaning, string> = {
  bell: mdiBellOutline,
  ringing: mdiBellRingOutline,
  active: mdiForumOutline,
  missed: mdiPhoneMissedOutline,
  quiet: mdiMinusCircleOutline,
}

export const callMeanings: Record<CallState, Meaning> = {
  RINGING: 'ringing',
  ACTIVE: 'active',
  ENDED: 'quiet',
  CANCELLED: 'quiet',
  MISSED: 'missed',
}
