import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'

import * as api from '@/api/notes'
import { useLiveStore } from '@/stores/live'
import { useNotesStore } from '@/stores/notes'
import { useSessionStore } from '@/stores/session'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { adminSession, call, note } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useAdminSync } from './useAdminSync'

vi.mock('@/api/notes')

let client: FakeRealtimeClient
let scope: EffectScope

beforeEach(async () => {
  client = new FakeRealtimeClient()
  signInAs(adminSession())
  vi.mocked(api.fetchNotes).mockResolvedValue({ items: [note()], next: null, unread: 1 })
  scope = effectScope()
  scope.run(useAdminSync)
  await vi.waitFor(() => expect(useNotesStore().loaded).toBe(true))
})
afterEach(() => scope.stop())

it('counts what arrives, and asks again after a broken connection', async () => {
  client.arrive('/user/queue/notes', note({ id: 'n2', from: null }))
  expect(useNotesStore().unread).toBe(2)
  vi.mocked(api.fetchNotes).mockResolvedValue({ items: [note(), note({ id: 'n3' })], next: null, unread: 3 })
  client.reconnect()
  await vi.waitFor(() => expect(useNotesStore().unread).toBe(3))
})

it('forgets everything at sign-out and listens no longer', () => {
  useLiveStore().hear(call())
  useSessionStore().lost()
  expect(client.state).toBe('offline')
  client.arrive('/user/queue/notes', note({ id: 'n2' }))
  expect(useNotesStore().items).toEqual([])
  expect(useLiveStore().calls).toEqual([])
})

it('closes the connection with the last of the admin’s pages', () => {
  scope.stop()
  expect(client.state).toBe('offline')
})
