import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import * as api from '@/api/calls'
import type { Call } from '@/api/types'
import { useChatStore } from '@/stores/chat'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { mountPage } from '@/testing/mountPage'
import { call, deskSession, message } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'
import { announcement } from '@/utils/announce'

import DeskScreens from './DeskScreens.vue'

vi.mock('@/api/calls')

const haneul = { username: 'seoul.guide1', displayName: '하늘' }
const garam = { username: 'seoul.guide2', displayName: '가람' }
const secret = '여권을 잃어버렸어요'
let client: FakeRealtimeClient
let desk: ReturnType<typeof mountPage>

const find = (mark: string) => desk.find(`[data-testid=${mark}]`)

async function become(more: Partial<Call>): Promise<void> {
  client.arrive('/user/queue/calls', call({ guide: haneul, ...more }))
  await flushPromises()
}

beforeEach(async () => {
  client = new FakeRealtimeClient()
  signInAs(deskSession({ languages: ['ko', 'en'] }))
  vi.mocked(api.fetchCurrentCalls).mockResolvedValue({ items: [] })
  vi.mocked(api.fetchAllMessages).mockResolvedValue({ items: [], read: {} })
  desk = mountPage(DeskScreens)
  await become({ state: 'ACTIVE', guideOnline: true, version: 2 })
  client.arrive('/user/queue/messages', message(1, { username: haneul.username, contents: secret }))
  await flushPromises()
})

afterEach(() => desk.unmount())

describe('a guide who is not reached for a moment', () => {
  it('is said to be, and nothing else changes', async () => {
    await become({ state: 'ACTIVE', guideOnline: false, version: 3 })
    expect(find('call-status').text()).toContain('안내원과 다시 연결하는 중')
    expect(announcement.value).toContain('안내원과 다시 연결하는 중')
    expect(desk.text()).not.toContain('다른 안내원을 부르고 있습니다')
    expect(desk.text()).toContain(secret)
  })
})

describe('a guide who is lost', () => {
  beforeEach(() => become({ version: 3 }))

  it('leaves the talk on the screen, readable and writable', async () => {
    expect(desk.text()).toContain('연결이 끊어진 안내원 대신 다른 안내원을 부르고 있습니다')
    expect(announcement.value).toContain('다른 안내원을 부르고 있습니다')
    expect(desk.text()).toContain(secret)
    await find('message-input').setValue('아직 계세요?')
    await find('send').trigger('submit')
    expect(client.sentTo('/app/calls.c1.messages')).toMatchObject([{ contents: '아직 계세요?' }])
  })

  it('is followed by another, by name', async () => {
    await become({ state: 'ACTIVE', guide: garam, guideOnline: true, version: 4 })
    expect(find('call-status').text()).toContain('가람')
    expect(find('guide-change').text()).toBe('가람 님이 이어서 도와드립니다')
    expect(desk.text()).toContain(secret)
  })

  it('and the call is cancelled, not ended, by a visitor who has had enough', async () => {
    await find('end-call').trigger('click')
    await flushPromises()
    expect(client.sentTo('/app/calls.c1.cancel')).toHaveLength(1)
    expect(client.sentTo('/app/calls.c1.end')).toEqual([])
    expect(document.body.innerHTML).not.toContain(secret)
    expect(find('call-button').exists()).toBe(true)
    await become({ state: 'CANCELLED', version: 4 })
    expect(find('call-button').exists()).toBe(true)
    expect(desk.text()).toContain('호출을 취소했습니다')
  })

  it('and who accepts in the same moment finds the talk ended', async () => {
    await find('end-call').trigger('click')
    await become({ state: 'ACTIVE', guide: garam, guideOnline: true, version: 4 })
    expect(client.sentTo('/app/calls.c1.end')).toHaveLength(1)
    expect(document.body.innerHTML).not.toContain(secret)
    await become({ state: 'ENDED', guide: garam, version: 5 })
    expect(find('call-button').exists()).toBe(true)
  })

  it('and also without a connection: it is told when there is one', async () => {
    client.become('offline')
    await find('end-call').trigger('click')
    await flushPromises()
    expect(document.body.innerHTML).not.toContain(secret)
    client.become('online')
    await flushPromises()
    expect(client.sentTo('/app/calls.c1.cancel')).toHaveLength(1)
  })

  it('and whom nobody replaces leaves a missed call, a note to write, and no chat', async () => {
    await find('message-input').setValue('아직 쓰는 중')
    await become({ state: 'MISSED', version: 4 })
    expect(document.body.innerHTML).not.toContain(secret)
    expect(useChatStore().lines('c1')).toEqual([])
    await find('leave-note').trigger('click')
    expect(find('note-input').element).toHaveProperty('value', '')
  })
})

it('says nothing of a hand-over until it has happened', async () => {
  const active = { state: 'ACTIVE', guideOnline: true } as const
  const before = find('call-status').text()
  await become({ ...active, transfer: { to: { region: 'seoul' }, reason: null }, version: 3 })
  expect(find('call-status').text()).toBe(before)
  await become({ ...active, guide: garam, version: 4 })
  expect(find('call-status').text()).toContain('가람')
  expect(find('guide-change').exists()).toBe(true)
})
