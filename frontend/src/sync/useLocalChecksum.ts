import { computed } from 'vue'

import type { Checksum } from '@/api/checksum'
import type { Call } from '@/api/types'
import { isOver } from '@/domain/callRules'
import { lastContiguousSeq } from '@/domain/chatRoom'
import { checksumOf } from '@/domain/checksum'
import { useCallsStore } from '@/stores/calls'
import { useChatStore } from '@/stores/chat'
import { useNotesStore } from '@/stores/notes'
import { useSessionStore } from '@/stores/session'

/** The state that this page holds, in the same short form in which the server tells its own. */
export function useLocalChecksum() {
  const calls = useCallsStore()
  const chat = useChatStore()
  const notes = useNotesStore()
  const sessions = useSessionStore()

  const regions = computed(() => new Set(sessions.regions.map((region) => region.code)))

  const isMine = (call: Call) =>
    sessions.role === 'DESK'
      ? call.desk.code === sessions.session?.desk?.code
      : call.state === 'ACTIVE' && call.guide?.username === sessions.username

  /** Also where this guide has declined: it goes on ringing, for others. */
  function concerns(call: Call): boolean {
    if (isMine(call)) return true
    if (sessions.role === 'DESK') return false
    // It rings again, also for the guide who was lost, wherever that one serves.
    if (call.state === 'RINGING' && call.guide?.username === sessions.username) return true
    if (call.state === 'RINGING') return call.ringsIn.some(({ code }) => regions.value.has(code))
    const to = call.transfer?.to
    if (!to) return false
    return 'username' in to ? to.username === sessions.username : regions.value.has(to.region)
  }

  const seqOf = (call: Call) =>
    isMine(call) ? lastContiguousSeq(chat.rooms.get(call.id)?.messages ?? []) : 0

  return computed<Checksum>(() => ({
    calls: checksumOf(
      calls.all
        .filter((call) => !isOver(call) && concerns(call))
        .map((call) => ({ id: call.id, version: call.version, lastSeq: seqOf(call) })),
    ),
    unread: sessions.role === 'DESK' ? 0 : notes.unread,
  }))
}
