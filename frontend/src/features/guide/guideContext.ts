import { inject, provide, type InjectionKey } from 'vue'

import type { useAlerts } from './alert/useAlerts'
import type { useConversations } from './conversation/useConversations'
import type { useEndCall } from './conversation/useEndCall'
import type { usePanels } from './frame/usePanels'
import type { useIncoming } from './incoming/useIncoming'
import type { useShift } from './shift/useShift'

/** What all parts of the guide's page work on together; it lives as long as the guide is signed in. */
export interface Guide {
  shift: ReturnType<typeof useShift>
  incoming: ReturnType<typeof useIncoming>
  alerts: ReturnType<typeof useAlerts>
  conversations: ReturnType<typeof useConversations>
  endCall: ReturnType<typeof useEndCall>
  view: ReturnType<typeof usePanels>
}

const key: InjectionKey<Guide> = Symbol('guide')

export const provideGuide = (guide: Guide) => provide(key, guide)

export function useGuide(): Guide {
  const guide = inject(key)
  if (!guide) throw new Error('Not inside the guide’s page')
  return guide
}
