import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'

import * as accountsApi from '@/api/admin/accounts'
import * as desksApi from '@/api/admin/desks'
import * as regionsApi from '@/api/admin/regions'
import * as notesApi from '@/api/notes'
import { useNotesStore } from '@/stores/notes'
import { useSessionStore } from '@/stores/session'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { mountPage } from '@/testing/mountPage'
import { adminSession, note } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import AdminLayout from './AdminLayout.vue'

vi.mock('@/api/admin/accounts')
vi.mock('@/api/admin/desks')
vi.mock('@/api/admin/regions')
vi.mock('@/api/notes')
// The links lead to pages that are not here.
vi.mock('./shell/NavLinks.vue', () => ({ default: { template: '<nav />' } }))

let client: FakeRealtimeClient
let page: ReturnType<typeof mountPage>

beforeEach(async () => {
  client = new FakeRealtimeClient()
  signInAs(adminSession())
  const nothing = { items: [], next: null }
  vi.mocked(accountsApi.fetchAccounts).mockResolvedValue(nothing)
  vi.mocked(desksApi.fetchDesks).mockResolvedValue(nothing)
  vi.mocked(regionsApi.fetchRegions).mockResolvedValue(nothing)
  vi.mocked(notesApi.fetchNotes).mockResolvedValue({ ...nothing, unread: 0 })
  page = mountPage(AdminLayout)
  await vi.waitFor(() => expect(useNotesStore().loaded).toBe(true))
  client.arrive('/user/queue/notes', note())
})

afterEach(() => page.unmount())

it('is connected for another admin, who has signed in in another tab, and shows nothing of the former', async () => {
  useSessionStore().session = adminSession({ username: 'admin2', displayName: '다른 관리자' })
  await nextTick()
  expect(client.state).toBe('online')
  expect(useNotesStore().items).toEqual([])
  expect(page.text()).toContain('다른 관리자')
  client.arrive('/user/queue/notes', note({ id: 'n2' }))
  expect(useNotesStore().items.map(({ id }) => id)).toEqual(['n2'])
})

it('closes the connection when the admin signs out', async () => {
  useSessionStore().lost()
  await nextTick()
  expect(client.state).toBe('offline')
  expect(page.find('.admin').exists()).toBe(false)
})
