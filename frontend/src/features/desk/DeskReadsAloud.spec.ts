import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import * as api from '@/api/calls'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { mountPage } from '@/testing/mountPage'
import { call, deskSession, message } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'
import { announcement } from '@/utils/announce'

import DeskScreens from './DeskScreens.vue'
import { useAccessibilityOptions } from './frame/useAccessibilityOptions'

vi.mock('@/api/calls')

const guide = { username: 'seoul.guide1', displayName: '하늘' }
const active = call({ state: 'ACTIVE', guide, guideOnline: true, version: 2 })
let client: FakeRealtimeClient
let desk: ReturnType<typeof mountPage>
/** What the voice has still to read. */
let queue: string[]

beforeEach(async () => {
  queue = []
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      constructor(readonly text: string) {}
    },
  )
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => [{}],
    speak: ({ text }: { text: string }) => queue.push(text),
    cancel: () => (queue = []),
  })
  client = new FakeRealtimeClient()
  signInAs(deskSession())
  vi.mocked(api.fetchCurrentCalls).mockResolvedValue({ items: [] })
  vi.mocked(api.fetchAllMessages).mockResolvedValue({ items: [], read: {} })
  desk = mountPage(DeskScreens)
  await flushPromises()
  useAccessibilityOptions().toggleAloud()
  client.arrive('/user/queue/calls', active)
  await flushPromises()
})
afterEach(() => desk.unmount())

function write(seq: number, contents: string): void {
  client.arrive('/user/queue/messages', message(seq, { username: guide.username, contents }))
}

it('reads every message to its end, whether they come together or one soon after the other', async () => {
  write(1, '안녕하세요')
  write(2, '지금 갑니다')
  await flushPromises()
  expect(announcement.value).toMatch(/안녕하세요.*지금 갑니다/)
  write(3, '1분만요')
  await flushPromises()
  expect(queue.join()).toMatch(/안녕하세요.*지금 갑니다.*1분만요/)
})

it('stops with the talk, and reads the next screen', async () => {
  write(1, '여권 번호는 M123')
  await flushPromises()
  client.arrive('/user/queue/calls', { ...active, state: 'ENDED', version: 3 })
  await flushPromises()
  expect(queue.join()).not.toContain('M123')
  expect(announcement.value).not.toContain('M123')
  expect(queue).toHaveLength(1)
})
