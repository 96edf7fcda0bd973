import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { computed, createApp, nextTick, ref, type App } from 'vue'

import * as api from '@/api/calls'
import { announcement } from '@/composables/announce'
import { i18n } from '@/locales'
import { useChatStore } from '@/stores/chat'
import { FakeLink } from '@/testing/fakeLink'
import { call, guideSession, message } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import type { Guide } from '../guideContext'
import type { Farewell } from '../incoming/useFarewell'
import { useSpokenNews } from './useSpokenNews'

vi.mock('@/api/calls')

const two = { id: 'c2', desk: { code: 'seoul-2', name: '서쪽 로비 2번' } }
const farewell = ref<Farewell | null>(null)
let app: App

beforeEach(async () => {
  new FakeLink()
  signInAs(guideSession())
  i18n.global.locale.value = 'ko'
  farewell.value = null
  vi.mocked(api.fetchAllMessages).mockImplementation((callId) =>
    Promise.resolve({ items: [message(1, { callId, contents: '처음' })], read: {} }),
  )
  const panes = computed(() => [call({ state: 'ACTIVE' }), call({ state: 'ACTIVE', ...two })])
  app = createApp({
    setup() {
      useSpokenNews({ incoming: { farewell }, talks: { panes } } as unknown as Guide)
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
  farewell.value = { id: 'c9', desk: '남쪽 로비', reason: 'takenOver', name: '가람' }
  chat.receive(message(2, { contents: '안녕하세요' }))
  chat.receive(message(2, { callId: 'c2', contents: '여기요' }))
  await nextTick()
  expect(announcement.value).toContain('남쪽 로비')
  expect(announcement.value).toContain('동쪽 로비 1번: 안녕하세요')
  expect(announcement.value).toContain('서쪽 로비 2번: 여기요')
})
