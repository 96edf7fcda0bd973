import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, nextTick, ref } from 'vue'

import { i18n } from '@/locales'
import { useCallsStore } from '@/stores/calls'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { call, guideSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useIncoming } from '../incoming/useIncoming'
import type { Bell } from './bell'
import { useAlerts } from './useAlerts'

vi.mock('@/api/calls')

const other = { username: 'seoul.guide2', displayName: '가람' }
const since = '2026-11-22T10:50:00.000Z'
let client: FakeRealtimeClient
let alerts: ReturnType<typeof useAlerts>
let leave: () => void

function open(): void {
  const bell = {
    audible: ref(true),
    strike: vi.fn(),
    hush: vi.fn(),
    close: vi.fn(),
    unlock: () => Promise.resolve(true),
  }
  const app = createApp({
    setup: () => {
      alerts = useAlerts(useIncoming().cards, bell as unknown as Bell)
      return () => null
    },
  }).use(i18n)
  app.mount(document.createElement('div'))
  leave = () => app.unmount()
}

beforeEach(() => {
  sessionStorage.clear()
  client = new FakeRealtimeClient()
  signInAs(guideSession())
})
afterEach(() => leave())

it('tells that it shows a call, and a talk that is handed to us', async () => {
  open()
  const calls = useCallsStore()
  const transfer = { to: { username: 'seoul.guide1' }, reason: null }
  calls.merge(call())
  calls.merge(call({ id: 'c2', state: 'ACTIVE', guide: other, transfer, ringingSince: since }))
  calls.merge(call({ id: 'c3', state: 'ACTIVE', guide: other, guideOnline: true }))
  await nextTick()
  const seen = ['c1', 'c2', 'c3'].map((id) => client.sentTo(`/app/calls.${id}.seen`))
  expect(seen).toEqual([[{ audible: true }], [{ audible: true }], []])
})

describe('the permission for notifications', () => {
  const allow = (permission: NotificationPermission) =>
    vi.stubGlobal('Notification', { permission, requestPermission: () => Promise.resolve(permission) })

  it('is noticed when it changes in the site settings', async () => {
    const status = new EventTarget()
    vi.stubGlobal('navigator', { ...navigator, permissions: { query: () => Promise.resolve(status) } })
    allow('denied')
    open()
    expect(alerts.permission.value).toBe('denied')
    await nextTick()
    allow('granted')
    status.dispatchEvent(new Event('change'))
    expect(alerts.permission.value).toBe('granted')
  })

  it('is noticed when the page is looked at again, where a browser tells no more', () => {
    allow('default')
    open()
    allow('denied')
    window.dispatchEvent(new Event('focus'))
    expect(alerts.permission.value).toBe('denied')
  })

  it('is nothing to ask for on plain http', () => {
    vi.stubGlobal('isSecureContext', false)
    allow('denied')
    open()
    expect(alerts.permission.value).toBe('unsupported')
  })
})
