import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { computed, createApp, nextTick, ref, type App } from 'vue'

import * as api from '@/api/calls'
import { i18n } from '@/locales'
import { useChatStore } from '@/stores/chat'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { call, guideSession, message } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'
import { announcement } from '@/utils/announce'

import type { Guide } from '../guideContext'
import type { CallOutcome } from '../incoming/useCallOutcome'
import { useGuideAnnouncements } from './useGuideAnnouncements'

vi.mock('@/api/calls')

const two = { id: 'c2', desk: { code: 'seoul-2', name: '서쪽 로비 2번' } }
const outcome = ref<CallOutcome | null>(null)
let app: App

beforeEach(async () => {
  new FakeRealtimeClient()
  signInAs(guideSession())
  i18n.global.locale.value = 'ko'
  outcome.value = null
  vi.mocked(api.fetchAllMessages).mockImplementation((callId) =>
    Promise.resolve({ items: [message(1, { callId, contents: '처음' })], read: {} }),
  )
  const panes = computed(() => [call({ state: 'ACTIVE' }), call({ state: 'ACTIVE', ...two })])
  app = createApp({
    setup() {
      useGuideAnnouncements({ incoming: { outcome }, conversations: { panes } } as unknown as Guide)
      return () => null
    },
  }).use(i18n)
  app.mount(document.createElement('div'))
  const chat = useChatStore()
  await Promise.all([chat.load('c1'), chat.load('c2')])
  await nextTick()
})
afterEach(() => app.unmount())

it('says each of several messages that come at once, and nothing of what was there', async () => {
  const chat = useChatStore()
  chat.receive(message(2, { contents: '안녕하세요' }))
  chat.receive(message(3, { contents: '급해요' }))
  await nextTick()
  expect(announcement.value).toContain('동쪽 로비 1번: 안녕하세요 급해요')
  expect(announcement.value).not.toContain('처음')
})

it('says what comes at once from two desks, and what became of a call', async () => {
  const chat = useChatStore()
  outcome.value = { id: 'c9', desk: '남쪽 로비', reason: 'takenOver', name: '가람' }
  chat.receive(message(2, { contents: '안녕하세요' }))
  chat.receive(message(2, { callId: 'c2', contents: '여기요' }))
  await nextTick()
  expect(announcement.value).toContain('남쪽 로비')
  expect(announcement.value).toContain('동쪽 로비 1번: 안녕하세요')
  expect(announcement.value).toContain('서쪽 로비 2번: 여기요')
})
