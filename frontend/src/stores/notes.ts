import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

import * as api from '@/api/notes'
import { serverNow } from '@/api/serverClock'
import type { Note, Notes, Recipient } from '@/api/types'
import type { Settled } from '@/realtime/destinations'

/** The inbox, newest first. */
export const useNotesStore = defineStore('notes', () => {
  const byId = ref(new Map<string, Note>())
  const unread = ref(0)
  const next = ref<string | null>(null)
  const loaded = ref(false)
  const failed = ref(false)
  /** Brought by pages, which are without holes; those that arrived one by one may have holes between them. */
  const fetched = new Set<string>()
  /** Since the last page was asked for: it may not know of them. */
  const arrived = new Set<string>()

  const items = computed(() =>
    [...byId.value.values()].sort((a, b) => b.sendDate.localeCompare(a.sendDate) || b.id.localeCompare(a.id)),
  )

  function take(page: Notes): void {
    page.items.forEach(put)
    page.items.forEach((note) => fetched.add(note.id))
  }

  /** A note is never unread or open again: where it says so, it is older than what we know. */
  function put(note: Note): void {
    const known = byId.value.get(note.id)
    const older = known && ((known.readAt && !note.readAt) || (known.outcome && !note.outcome))
    if (!older) byId.value.set(note.id, note)
  }

  /** As `put`, and counts what that changes. */
  function change(note: Note): void {
    const before = byId.value.get(note.id)
    put(note)
    if (!before && note.readAt === null) unread.value++
    if (before?.readAt === null && note.readAt !== null) unread.value = Math.max(0, unread.value - 1)
  }

  /** The newest page again. What it skips, after a long absence, is behind its own `next`. */
  async function resync(signal?: AbortSignal): Promise<void> {
    arrived.clear()
    try {
      const page = await api.fetchNotes({}, signal)
      signal?.throwIfAborted()
      const ids = page.items.map((note) => note.id)
      const later = [...arrived].filter((id) => !ids.includes(id) && byId.value.get(id)?.readAt === null)
      const readSince = page.items.filter((note) => note.readAt === null && byId.value.get(note.id)?.readAt)
      if (!ids.some((id) => fetched.has(id))) next.value = page.next
      take(page)
      unread.value = Math.max(0, page.unread + later.length - readSince.length)
      loaded.value = true
      failed.value = false
    } catch (problem) {
      failed.value = !signal?.aborted
      throw problem
    }
  }

  const load = () => resync().catch(() => {})

  async function loadMore(): Promise<void> {
    if (next.value === null) return
    const page = await api.fetchNotes({ cursor: next.value })
    take(page)
    next.value = page.next
  }

  /**
   * The same note may come by its own queue and by the region's topic, and again when it is read or settled. Of a desk
   * that rings and cancels again and again only the newest stays.
   */
  function receive(note: Note): void {
    if (note.replaces) forget(note.replaces)
    if (!byId.value.has(note.id)) arrived.add(note.id)
    change(note)
  }

  function forget(id: string): void {
    if (byId.value.get(id)?.readAt === null) unread.value = Math.max(0, unread.value - 1)
    byId.value.delete(id)
  }

  /** It needs nobody any more. */
  function settle({ id, outcome }: Settled): void {
    const note = byId.value.get(id)
    if (note) change({ ...note, outcome, readAt: note.readAt ?? outcome.at })
  }

  /** Shown as read at once; put back when the server could not be told. */
  async function markRead(id: string): Promise<void> {
    const note = byId.value.get(id)
    if (!note || note.readAt !== null) return
    byId.value.set(id, { ...note, readAt: new Date(serverNow()).toISOString() })
    unread.value = Math.max(0, unread.value - 1)
    try {
      await api.readNote(id)
    } catch (problem) {
      byId.value.set(id, note)
      unread.value++
      throw problem
    }
  }

  /** What arrives while the answer is on its way may have come after the server's mark: it stays unread. */
  async function markAll(): Promise<void> {
    const known = new Set(byId.value.keys())
    await api.readAllNotes()
    const readAt = new Date(serverNow()).toISOString()
    const still = [...byId.value.values()].filter((note) => note.readAt === null)
    const later = still.filter((note) => !known.has(note.id))
    for (const note of still) if (known.has(note.id)) note.readAt = readAt
    unread.value = later.length
  }

  const sendNote = (to: Recipient, contents: string) => api.sendNote(to, contents.trim())

  function reset(): void {
    byId.value.clear()
    fetched.clear()
    arrived.clear()
    unread.value = 0
    next.value = null
    loaded.value = failed.value = false
  }

  return {
    items,
    unread,
    next,
    loaded,
    failed,
    load,
    resync,
    loadMore,
    receive,
    settle,
    markRead,
    markAll,
    sendNote,
    reset,
  }
})
