import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { useChatStore } from '@/stores/chat'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { mountPage } from '@/testing/mountPage'
import { call, guideSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import MessageComposer from './MessageComposer.vue'

enableAutoUnmount(afterEach)
let client: FakeRealtimeClient

beforeEach(() => {
  sessionStorage.clear()
  client = new FakeRealtimeClient()
  signInAs(guideSession())
})

function compose(id = 'c1') {
  const page = mountPage(MessageComposer, {
    props: { call: call({ id, state: 'ACTIVE' }), marked: false, autofocus: true },
  })
  return { page, field: page.get<HTMLTextAreaElement>('[data-testid=message-input]') }
}
const sent = (id = 'c1') =>
  client.sentTo(`/app/calls.${id}.messages`).map((each) => (each as { contents: string }).contents)

it('sends on Enter and is empty again', async () => {
  const { field } = compose()
  await field.setValue('네, 무료입니다.')
  await field.trigger('keydown', { key: 'Enter' })
  expect(sent()).toEqual(['네, 무료입니다.'])
  expect(field.element.value).toBe('')
})

it('breaks the line on Shift+Enter', async () => {
  const { field } = compose()
  await field.setValue('첫 줄')
  await field.trigger('keydown', { key: 'Enter', shiftKey: true })
  expect(sent()).toEqual([])
})

it('leaves the Enter that ends a composition to the input method', async () => {
  const { field } = compose()
  await field.setValue('안녕하세')
  await field.trigger('keydown', { key: 'Enter', isComposing: true })
  await field.trigger('keydown', { key: 'Enter', keyCode: 229 })
  expect(sent()).toEqual([])
})

it('sends nothing that is empty or too long', async () => {
  const { page, field } = compose()
  await field.setValue('   ')
  await field.trigger('keydown', { key: 'Enter' })
  await field.setValue('가'.repeat(2_001))
  await page.get('[data-testid=send]').trigger('submit')
  expect(sent()).toEqual([])
  expect(page.get('[role=alert]').text()).toContain('1자 넘었습니다')
  await field.setValue('🙂'.repeat(2_000))
  await page.get('form').trigger('submit')
  expect(sent()).toHaveLength(1)
})

it('keeps a draft for each call, also through a reload', async () => {
  const first = compose('c1')
  await first.field.setValue('여기까지')
  const second = compose('c2')
  expect(second.field.element.value).toBe('')
  first.page.unmount()
  expect(compose('c1').field.element.value).toBe('여기까지')
})

it('says that the guide is writing, and that it stopped', async () => {
  const { field } = compose()
  await field.setValue('잠')
  await field.setValue('')
  expect(client.sentTo('/app/calls.c1.typing')).toEqual([{ typing: true }, { typing: false }])
  expect(useChatStore().lines('c1')).toEqual([])
})
