import { beforeEach, expect, it, vi } from 'vitest'

import type { ProblemCode } from '@/api/problem'
import { useChatStore } from '@/stores/chat'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { mountPage } from '@/testing/mountPage'
import { call, guideSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import MessageLog from './MessageLog.vue'

vi.mock('@/api/calls')

let client: FakeRealtimeClient

beforeEach(() => {
  client = new FakeRealtimeClient()
  signInAs(guideSession())
})

async function refusedAs(code: ProblemCode) {
  const chat = useChatStore()
  chat.send('c1', 'hello')
  const [sent] = client.sentTo('/app/calls.c1.messages') as { clientId: string }[]
  chat.refuse({ code, detail: '', ref: sent?.clientId ?? '' })
  const log = mountPage(MessageLog, { props: { call: call({ state: 'ACTIVE' }), attended: true } })
  await vi.waitFor(() => expect(log.find('[data-delivery="failed"]').exists()).toBe(true))
  return log
}

it('offers to send again what may be taken the next time', async () => {
  const log = await refusedAs('WRONG_STATE')
  await log.find('.message-retry').trigger('click')
  expect(client.sentTo('/app/calls.c1.messages')).toHaveLength(2)
})

it.each(['CALL_OVER', 'NOT_FOUND', 'INVALID_MESSAGE'] as const)(
  'keeps the words of what was refused as %s and says what can be done',
  async (code) => {
    const log = await refusedAs(code)
    expect(log.text()).toContain('hello')
    expect(log.text()).toMatch(/복사/)
    expect(log.find('.message-retry').exists()).toBe(false)
  },
)
