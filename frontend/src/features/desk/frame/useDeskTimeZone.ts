import { useSessionStore } from '@/stores/session'

/** The time zone of the desk's region: a kiosk's own clock is often left at UTC. */
export function useDeskTimeZone() {
  const sessions = useSessionStore()
  return () => sessions.session?.timeZone ?? undefined
}
