import { onScopeDispose, watch } from 'vue'

import { isLasting } from '@/api/problem'
import { queues } from '@/realtime/destinations'
import { getRealtimeClient } from '@/realtime/realtimeClient'
import { RetryingTask } from '@/realtime/retryingTask'
import { useLiveStore } from '@/stores/live'
import { useNotesStore } from '@/stores/notes'
import { useSessionStore } from '@/stores/session'

/**
 * Call once in the admin's layout: the connection stands and the inbox is live as long as any of its pages is open.
 * Whoever signs in next finds nothing of the one before.
 */
export function useAdminSync(): void {
  const client = getRealtimeClient()
  const notes = useNotesStore()
  const live = useLiveStore()
  const sessions = useSessionStore()
  const inbox = new RetryingTask(notes.resync, isLasting)

  const stops = [
    client.subscribe(queues.notes, (note) => notes.receive(note)),
    client.onConnected(() => void inbox.restart()),
    () => inbox.stop(),
  ]
  const close = () => {
    client.close()
    stops.forEach((stop) => stop())
  }
  watch(
    () => sessions.username,
    () => {
      close()
      notes.reset()
      live.reset()
    },
    // At once: a moment later the page, and this watcher with it, is gone.
    { flush: 'sync' },
  )
  onScopeDispose(close)

  // The inbox does not wait for the connection, which may be long in coming.
  void inbox.run()
  client.open()
}
