import { flushPromises } from '@vue/test-utils'
import { nextTick } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import * as api from '@/api/calls'
import { adjustServerClock } from '@/api/serverClock'
import { chooseLanguage, language } from '@/locales'
import { useChatStore } from '@/stores/chat'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { mountPage } from '@/testing/mountPage'
import { call, deskSession, message } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'
import { announcement } from '@/utils/announce'

import DeskScreens from './DeskScreens.vue'
import { useAccessibilityOptions } from './frame/useAccessibilityOptions'

vi.mock('@/api/calls')

const haneul = { username: 'seoul.guide1', displayName: '하늘' }
const secret = '여권을 잃어버렸어요'
let client: FakeRealtimeClient
let desk: ReturnType<typeof mountPage> | undefined

beforeEach(() => {
  client = new FakeRealtimeClient()
  signInAs(deskSession({ languages: ['ko', 'en'] }))
  vi.mocked(api.fetchCurrentCalls).mockResolvedValue({ items: [] })
  vi.mocked(api.fetchAllMessages).mockResolvedValue({ items: [], read: {} })
})

afterEach(() => {
  desk?.unmount()
  vi.useRealTimers()
})

async function open() {
  desk = mountPage(DeskScreens)
  await flushPromises()
  return desk
}

const active = (more = {}) => call({ state: 'ACTIVE', guide: haneul, guideOnline: true, version: 2, ...more })

async function talk() {
  const desk = await open()
  client.arrive('/user/queue/calls', active())
  await flushPromises()
  client.arrive('/user/queue/messages', message(1, { username: haneul.username, contents: secret }))
  await flushPromises()
  return desk
}

it('rings, and says whom the bell has reached', async () => {
  const desk = await open()
  await desk.get('[data-testid=call-button]').trigger('click')
  expect(client.sentTo('/app/calls.ring')).toMatchObject([{ language: 'ko' }])
  client.arrive('/user/queue/calls', call({ alerts: { sent: 3, seen: 1 }, onDuty: 3 }))
  await nextTick()
  expect(desk.get('[data-testid=call-status]').text()).toContain('3명에게 알렸고, 1명이 확인했습니다')
  await desk.get('[data-testid=cancel-call]').trigger('click')
  expect(client.sentTo('/app/calls.c1.cancel')).toHaveLength(1)
  expect(desk.find('[data-testid=call-button]').exists()).toBe(true)
})

it.each([3_600_000, -3_600_000])(
  'tells how long it rings where its clock is %d ms off, and set',
  async (off) => {
    vi.useFakeTimers({ now: Date.parse(call().ringAt) + off })
    adjustServerClock(Date.parse(call().ringAt), performance.now())
    const desk = await open()
    client.arrive('/user/queue/calls', call())
    await vi.advanceTimersByTimeAsync(14_000)
    expect(desk.get('.rings-time').text()).toBe('0:14')
    vi.setSystemTime(Date.now() - off)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(desk.get('.rings-time').text()).toBe('0:16')
  },
)

it('says nothing to the next visitor of what the last one heard', async () => {
  vi.useFakeTimers()
  const desk = await open()
  await desk.get('[data-testid=call-button]').trigger('click')
  await desk.get('[data-testid=cancel-call]').trigger('click')
  await flushPromises()
  expect(announcement.value).toContain('취소')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(announcement.value).toBe('')
})

it('says when nobody is on duty, and takes a text', async () => {
  const desk = await open()
  client.arrive('/user/queue/calls', call({ onDuty: 0, alerts: { sent: 0, seen: 0 } }))
  await nextTick()
  expect(desk.get('[data-testid=call-status]').text()).toContain('근무 중인 안내원이 없습니다')
  await desk.get('[data-testid=leave-note]').trigger('click')
  await desk.get('[data-testid=note-input]').setValue('휠체어가 필요해요')
  await desk.get('[data-testid=send-note]').trigger('click')
  expect(client.sentTo('/app/calls.c1.leave')).toEqual([{ contents: '휠체어가 필요해요' }])
  expect(desk.attributes('data-screen')).toBe('note')
  client.arrive('/user/queue/calls', call({ onDuty: 0, leftAt: '2026-11-22T10:49:00.000Z', version: 2 }))
  await nextTick()
  await nextTick()
  expect(desk.attributes('data-screen')).toBe('noted')
})

describe('a text whose answer does not come', () => {
  async function leave() {
    vi.useFakeTimers()
    const desk = await open()
    client.arrive('/user/queue/calls', call({ onDuty: 0, alerts: { sent: 0, seen: 0 } }))
    await nextTick()
    await desk.get('[data-testid=leave-note]').trigger('click')
    await desk.get('[data-testid=note-input]').setValue('우산')
    await desk.get('[data-testid=send-note]').trigger('click')
    return desk
  }
  const sent = () => client.sentTo('/app/calls.c1.leave').length

  it('is sent again, then said not to have arrived, and still stands there', async () => {
    const desk = await leave()
    await vi.advanceTimersByTimeAsync(16_000)
    expect(sent()).toBe(4)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(desk.get('[role=alert]').text()).toContain('서버와 연결할 수 없습니다')
    expect(desk.get<HTMLTextAreaElement>('[data-testid=note-input]').element.value).toBe('우산')
    expect(sent()).toBe(4)
  })

  it('is sent again as soon as the connection is back', async () => {
    const desk = await leave()
    client.become('offline')
    await vi.advanceTimersByTimeAsync(1_000)
    client.become('online')
    await vi.advanceTimersByTimeAsync(0)
    expect(sent()).toBe(2)
    expect(desk.attributes('data-screen')).toBe('note')
  })
})

const busan = { code: 'busan', name: '부산' }
const status = () => desk?.get('[data-testid=call-status]').text() ?? ''

it('goes on ringing where nobody is on duty, and says who else was told and when somebody will be there', async () => {
  vi.useFakeTimers({ now: new Date(2026, 10, 22, 20, 0) })
  await open()
  const opensAt = new Date(2026, 10, 23, 9, 0).toISOString()
  const closed = call({ onDuty: 0, alerts: { sent: 0, seen: 0 }, opensAt })
  client.arrive('/user/queue/calls', closed)
  await nextTick()
  expect(status()).toContain('다음 운영: 내일 09:00')
  expect(status()).toContain('계속 부르고 있습니다')
  expect(status()).not.toContain('알렸습니다')
  const steps = closed.steps.map((step) => ({ ...step, done: step.step !== 'MISSED' }))
  client.arrive('/user/queue/calls', { ...closed, version: 2, ringsIn: [...closed.ringsIn, busan], steps })
  await nextTick()
  await nextTick()
  expect(status()).toContain('부산 안내원과 관리자에게도 알렸습니다')
  expect(desk?.find('[data-testid=leave-note]').exists()).toBe(true)
  expect(announcement.value).toContain('부산 안내원과 관리자에게도 알렸습니다')
  client.arrive('/user/queue/calls', { ...closed, state: 'MISSED', version: 3 })
  await nextTick()
  expect(status()).toContain('다음 운영: 내일 09:00')
})

it('says that more people are being asked', async () => {
  await open()
  const ringing = call({ ringsIn: [call().region, busan], alerts: { sent: 3, seen: 1 } })
  client.arrive('/user/queue/calls', ringing)
  await nextTick()
  expect(status()).toContain('3명에게 알렸고, 1명이 확인했습니다')
  expect(status()).toContain('부산 안내원에게도 알렸습니다')
})

it('asks for patience where too many calls were cancelled', async () => {
  const desk = await open()
  await desk.get('[data-testid=call-button]').trigger('click')
  const { requestId } = client.sentTo('/app/calls.ring')[0] as { requestId: string }
  client.arrive('/user/queue/errors', { code: 'RATE_LIMITED', detail: '', ref: requestId })
  await nextTick()
  await nextTick()
  expect(status()).toContain('잠시 후 다시 눌러 주세요')
})

it('does not ring for ever for a button that is stuck', async () => {
  const desk = await open()
  for (let time = 0; time < 30; time++) {
    await desk.find('[data-testid=call-button]').trigger('click')
    const cancel = desk.find('[data-testid=cancel-call]')
    if (cancel.exists()) await cancel.trigger('click')
  }
  expect(client.sentTo('/app/calls.ring')).toHaveLength(10)
})

it('takes a key held down for one press, and lets it write', async () => {
  const desk = await open()
  const held = (of: Element) => {
    const event = new KeyboardEvent('keydown', {
      key: 'Enter',
      repeat: true,
      bubbles: true,
      cancelable: true,
    })
    of.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(held(desk.get('[data-testid=call-button]').element)).toBe(true)
  expect(held(document.body)).toBe(false)
})

it('has the phrases in the place of the talk where there is not room for both', async () => {
  const desk = await talk()
  const button = desk.get('[data-testid=phrases]')
  await button.trigger('click')
  expect(button.attributes('aria-expanded')).toBe('true')
  await desk.get('[data-testid=phrase-thanks]').trigger('click')
  expect(client.sentTo('/app/calls.c1.messages')).toMatchObject([{ contents: '고맙습니다' }])
  expect(button.attributes('aria-expanded')).toBe('false')
})

it('forgets the talk at its end: on the screen, in memory and in what is read out', async () => {
  const desk = await talk()
  expect(desk.text()).toContain(secret)
  expect(announcement.value).toContain(secret)
  await desk.get('[data-testid=message-input]').setValue('아직 쓰는 중')
  client.arrive('/user/queue/calls', active({ state: 'ENDED', version: 3 }))
  await flushPromises()
  expect(document.body.innerHTML).not.toContain(secret)
  expect(announcement.value).not.toContain(secret)
  expect(useChatStore().lines('c1')).toEqual([])
  expect(desk.find('[data-testid=rate-5]').exists()).toBe(true)
})

it('forgets it also when it is ended without a connection, and tells the guide later', async () => {
  const desk = await talk()
  client.become('offline')
  await desk.get('[data-testid=end-call]').trigger('click')
  await flushPromises()
  expect(document.body.innerHTML).not.toContain(secret)
  expect(desk.find('[data-testid=rate-5]').exists()).toBe(true)
  client.become('online')
  await nextTick()
  expect(client.sentTo('/app/calls.c1.end')).toHaveLength(1)
})

it('asks a minute after the connection broke, by when the server ends the call, and forgets it unanswered', async () => {
  const desk = await talk()
  vi.useFakeTimers()
  client.become('offline')
  await vi.advanceTimersByTimeAsync(59_999)
  expect(desk.find('[data-testid=still-here]').exists()).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  await desk.get('[data-testid=still-here]').trigger('click')
  expect(desk.text()).toContain(secret)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(desk.find('[data-testid=still-here]').exists()).toBe(true)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(document.body.innerHTML).not.toContain(secret)
})

it('rates once, only what the server counts as over', async () => {
  const desk = await talk()
  client.arrive('/user/queue/calls', active({ state: 'ENDED', version: 3 }))
  await flushPromises()
  await desk.get('[data-testid=rate-4]').trigger('click')
  await desk.get('[data-testid=rate-2]').trigger('click')
  expect(client.sentTo('/app/calls.c1.rate')).toEqual([{ stars: 4, comment: null }])
})

it('is as it was set up again after a minute of rest', async () => {
  vi.useFakeTimers()
  await open()
  await chooseLanguage('en', { keep: false })
  useAccessibilityOptions().enlarge()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(language.value).toBe('ko')
  expect(useAccessibilityOptions().size.value).toBe(1)
})
