import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

import * as api from '@/api/notes'
import type { Note, Recipient } from '@/api/types'

/** The inbox, newest first. */
export const useNotesStore = defineStore('notes', () => {
  const byId = ref(new Map<string, Note>())
  const unread = ref(0)
  const next = ref<string | null>(null)
  const loaded = ref(false)
  const failed = ref(false)

  const items = computed(() =>
    [...byId.value.values()].sort((a, b) => b.sendDate.localeCompare(a.sendDate) || b.id.localeCompare(a.id)),
  )

  async function load(): Promise<void> {
    try {
      const page = await api.fetchNotes()
      page.items.forEach((note) => byId.value.set(note.id, note))
      unread.value = page.unread
      if (!loaded.value) next.value = page.next
      loaded.value = true
      failed.value = false
    } catch {
      failed.value = true
    }
  }

  async function loadMore(): Promise<void> {
    if (next.value === null) return
    const page = await api.fetchNotes({ cursor: next.value })
    page.items.forEach((note) => byId.value.set(note.id, note))
    next.value = page.next
  }

  /** The same note may come by its own queue and by the region's topic. */
  function receive(note: Note): void {
    const known = byId.value.get(note.id)
    if (!known && note.readAt === null) unread.value++
    if (known?.readAt && note.readAt === null) return
    byId.value.set(note.id, note)
  }

  /** Shown as read at once; put back when the server could not be told. */
  async function markRead(id: string): Promise<void> {
    const note = byId.value.get(id)
    if (!note || note.readAt !== null) return
    byId.value.set(id, { ...note, readAt: new Date().toISOString() })
    unread.value = Math.max(0, unread.value - 1)
    try {
      await api.readNote(id)
    } catch (problem) {
      byId.value.set(id, note)
      unread.value++
      throw problem
    }
  }

  async function markAll(): Promise<void> {
    await api.readAllNotes()
    const readAt = new Date().toISOString()
    for (const note of byId.value.values()) note.readAt ??= readAt
    unread.value = 0
  }

  const sendNote = (to: Recipient, contents: string) => api.sendNote(to, contents.trim())

  function reset(): void {
    byId.value.clear()
    unread.value = 0
    next.value = null
    loaded.value = failed.value = false
  }

  return { items, unread, next, loaded, failed, load, loadMore, receive, markRead, markAll, sendNote, reset }
})
