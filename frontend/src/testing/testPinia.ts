import { createPinia, getActivePinia, setActivePinia, type Pinia } from 'pinia'

import type { Session } from '@/api/types'
import { useSessionStore } from '@/stores/session'

/** The active stores, or fresh ones. */
export function createTestPinia(): Pinia {
  const active = getActivePinia()
  if (active) return active
  const fresh = createPinia()
  setActivePinia(fresh)
  return fresh
}

/** Fresh stores with somebody signed in. Call it in `beforeEach`, after `new FakeRealtimeClient()`. */
export function signInAs(session: Session): Pinia {
  const pinia = createPinia()
  setActivePinia(pinia)
  useSessionStore().session = session
  return pinia
}
