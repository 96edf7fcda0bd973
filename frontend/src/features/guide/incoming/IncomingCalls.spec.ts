import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick } from 'vue'

import * as callsApi from '@/api/calls'
import type { Call } from '@/api/types'
import { i18n } from '@/locales'
import { useCallActionsStore } from '@/stores/callActions'
import { useCallsStore } from '@/stores/calls'
import { usePresenceStore } from '@/stores/presence'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { alert, call, guideSession, stepsSince } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import IncomingCalls from './IncomingCalls.vue'
import { useIncoming } from './useIncoming'

vi.mock('@/api/calls')
enableAutoUnmount(afterEach)

const ringAt = '2026-11-22T10:48:00.000Z'
const other = { username: 'seoul.guide2', displayName: '가람' }
let incoming: ReturnType<typeof useIncoming>
let client: FakeRealtimeClient

function ring() {
  const Host = defineComponent(() => {
    incoming = useIncoming()
    return () =>
      h(IncomingCalls, {
        cards: incoming.cards.value,
        compact: false,
        onAccept: incoming.accept,
        onDecline: incoming.decline,
      })
  })
  return mount(Host)
}

beforeEach(() => {
  sessionStorage.clear()
  vi.useFakeTimers({ now: new Date(ringAt) })
  client = new FakeRealtimeClient()
  signInAs(guideSession())
  i18n.global.locale.value = 'ko'
  vi.mocked(callsApi.fetchCall).mockResolvedValue(call())
})

const since = '2026-11-22T10:50:00.000Z'

/** A talk of a colleague's, handed to us. */
const handedOn = (more: Partial<Call> = {}) =>
  call({
    state: 'ACTIVE',
    guide: other,
    guideOnline: true,
    transfer: { to: { username: 'seoul.guide1' }, reason: '영어 손님' },
    ringingSince: since,
    steps: [{ step: 'RETURNED', at: '2026-11-22T10:52:00.000Z', done: false }],
    version: 2,
    ...more,
  })

async function after(seconds: number) {
  vi.advanceTimersByTime(seconds * 1000)
  await nextTick()
}

describe('what rings', () => {
  it('grows late on its own', async () => {
    useCallsStore().merge(call())
    const page = ring()
    const card = page.get('[data-testid=incoming-call]')
    expect(card.text()).toContain('0:00')
    expect(card.text()).toContain('20초 뒤 다시 알림')
    await after(21)
    expect(card.text()).toContain('0:21')
    expect(card.classes()).not.toContain('late')
    await after(24)
    expect(card.classes()).toContain('late')
    expect(card.text()).toContain('늦어진 호출')
    await after(80)
    expect(card.text()).toContain('곧 놓친 호출')
  })

  it('shows the one that waits longest first and leaves each in the list', async () => {
    const calls = useCallsStore()
    calls.merge(call({ id: 'late', ringAt: '2026-11-22T10:48:01.000Z' }))
    calls.merge(call({ id: 'early' }))
    const page = ring()
    await nextTick()
    const ids = page.findAll('[data-testid=incoming-call]').map((each) => each.attributes('data-call'))
    expect(ids).toEqual(['early', 'late'])
  })

  it('leaves out a talk whose guide is only reloading the page', () => {
    useCallsStore().merge(call({ state: 'ACTIVE', guide: other, guideOnline: false }))
    expect(ring().find('[data-testid=incoming-call]').exists()).toBe(false)
  })
})

describe('a guide with all the calls they may have', () => {
  const me = { username: 'seoul.guide1', displayName: '하늘', intent: 'AVAILABLE', connected: true } as const
  const talk = { state: 'ACTIVE', guide: { username: me.username, displayName: me.displayName } } as const

  it('is told who else can take it instead of being offered it', async () => {
    const colleague = {
      ...other,
      state: 'AVAILABLE',
      intent: 'AVAILABLE',
      connected: true,
      calls: 0,
    } as const
    usePresenceStore().people.set('seoul', [{ ...me, state: 'BUSY', calls: 1 }, colleague])
    useCallsStore().merge(call())
    const page = ring()
    expect(page.find('[data-testid=accept]').exists()).toBe(false)
    const card = page.get('[data-testid=incoming-call]')
    expect(card.text()).toContain('가람')
    expect(incoming.accept('c1')).toBe(false)
    expect(client.sentTo('/app/calls.c1.accept')).toEqual([])
    await after(50)
    expect(card.classes()).not.toContain('late')
    usePresenceStore().people.set('seoul', [{ ...me, state: 'AVAILABLE', calls: 0 }, colleague])
    await nextTick()
    expect(page.find('[data-testid=accept]').exists()).toBe(true)
    expect(card.classes()).toContain('late')
  })

  it('is not offered it either while busy with something else', () => {
    signInAs(guideSession({ presence: 'BUSY', maxCalls: 2 }))
    const calls = useCallsStore()
    calls.merge(call())
    for (const id of ['t1', 't2']) calls.merge(call({ ...talk, id }))
    const page = ring()
    expect(page.find('[data-testid=accept]').exists()).toBe(false)
    expect(page.get('[data-testid=incoming-call]').text()).toContain('동료가 없습니다')
  })
})

describe('a card says', () => {
  const words = () => ring().get('[data-testid=incoming-call]').text()

  it('who else was told', () => {
    const ringsIn = [
      { code: 'seoul', name: '서울' },
      { code: 'busan', name: '부산' },
    ]
    useCallsStore().merge(call({ ringsIn, steps: stepsSince(ringAt, '2026-11-22T10:48:50.000Z') }))
    expect(words()).toContain('서울 · 늦어진 호출 · 부산에도 알렸습니다')
  })

  it('that the admins were told as well', () => {
    useCallsStore().merge(call({ steps: stepsSince(ringAt, '2026-11-22T10:49:20.000Z') }))
    expect(words()).toContain('관리자에게도 알렸습니다')
  })

  it('that it comes from another region, to whom our own is no news', () => {
    const busan = { code: 'busan', name: '부산' }
    useCallsStore().merge(call({ region: busan, ringsIn: [busan, { code: 'seoul', name: '서울' }] }))
    const card = ring()
    expect(card.text()).toContain('다른 지역의 호출')
    expect(card.text()).not.toContain('서울에도')
    expect(card.get('[aria-live]').text()).toContain('다른 지역 부산')
  })

  it('who hands it on, why, and when it goes back', async () => {
    vi.setSystemTime(new Date(since))
    useCallsStore().merge(handedOn())
    const card = ring().get('[data-testid=incoming-call]')
    await after(90)
    for (const each of ['가람 님이 넘김', '영어 손님', '1:30', '30초 뒤 돌아감'])
      expect(card.text()).toContain(each)
    expect(card.classes()).not.toContain('late')
  })

  it('whose guide was lost, and that the chat goes on', () => {
    vi.setSystemTime(new Date(since))
    useCallsStore().merge(call({ guide: other, ringingSince: since, steps: stepsSince(since) }))
    const card = words()
    for (const each of ['가람 님과 끊겨 다시 호출', '대화가 이어집니다', '0:00']) expect(card).toContain(each)
  })

  it('that it is our own that was lost, which we may accept', async () => {
    useCallsStore().merge(call({ guide: { username: 'seoul.guide1', displayName: '하늘' } }))
    const page = ring()
    expect(page.text()).toContain('내 연결이 끊겨 다시 호출')
    await page.get('[data-testid=accept]').trigger('click')
    expect(client.sentTo('/app/calls.c1.accept')).toHaveLength(1)
  })

  it('which colleague has declined, and why', async () => {
    const declined = alert({ declinedAt: ringAt, reason: '식사 중' })
    vi.mocked(callsApi.fetchAlerts).mockResolvedValue({ items: [declined] })
    useCallsStore().merge(call())
    const page = ring()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(page.text()).toContain('가람 거절 · 식사 중')
  })
})

describe('a talk handed to us', () => {
  it('went back when nobody took it', async () => {
    vi.setSystemTime(new Date(since))
    useCallsStore().merge(handedOn())
    ring()
    useCallsStore().merge(handedOn({ transfer: null, ringingSince: null, steps: [], version: 3 }))
    await nextTick()
    expect(incoming.outcome.value).toMatchObject({ reason: 'returned', name: '가람' })
  })

  it('needs no word when we decline it', async () => {
    vi.setSystemTime(new Date(since))
    useCallsStore().merge(handedOn())
    await ring().get('[data-testid=decline]').trigger('click')
    expect(incoming.outcome.value).toBeNull()
  })
})

describe('accepting', () => {
  it('is sent once and says so at once', async () => {
    useCallsStore().merge(call())
    const page = ring()
    await page.get('[data-testid=accept]').trigger('click')
    await page.get('[data-testid=accept]').trigger('click')
    expect(client.sentTo('/app/calls.c1.accept')).toHaveLength(1)
    expect(page.get('[data-testid=accept]').text()).toContain('받는 중')
  })

  it('is refused in place, in words that help', async () => {
    const calls = useCallsStore()
    const actions = useCallActionsStore()
    calls.merge(call())
    const page = ring()
    await page.get('[data-testid=accept]').trigger('click')
    actions.refuse({ code: 'GUIDE_BUSY', detail: '', ref: 'c1' })
    await nextTick()
    expect(page.get('[role=alert]').text()).toContain('하나를 끝내고')
    expect(page.get('[data-testid=accept]').text()).toContain('받기')
  })

  it('says so when no answer comes, and looks at the line', async () => {
    const calls = useCallsStore()
    const actions = useCallActionsStore()
    calls.merge(call())
    const page = ring()
    await page.get('[data-testid=accept]').trigger('click')
    await after(4.9)
    expect(page.find('[role=alert]').exists()).toBe(false)
    await after(0.1)
    await nextTick()
    expect(client.checks).toBe(1)
    expect(page.get('[role=alert]').text()).toContain('연결되지 않았습니다')
    expect(page.get('[data-testid=accept]').text()).toContain('받기')
    calls.merge(
      call({ state: 'ACTIVE', guide: { username: 'seoul.guide1', displayName: '하늘' }, version: 2 }),
    )
    expect(actions.refusals.has('c1')).toBe(false)
  })

  it('takes no answer for overdue that has come', async () => {
    const calls = useCallsStore()
    const actions = useCallActionsStore()
    calls.merge(call())
    await ring().get('[data-testid=accept]').trigger('click')
    calls.merge(
      call({ state: 'ACTIVE', guide: { username: 'seoul.guide1', displayName: '하늘' }, version: 2 }),
    )
    await nextTick()
    await after(6)
    expect([actions.refusals.size, client.checks]).toEqual([0, 0])
  })

  it('says who was faster', async () => {
    const calls = useCallsStore()
    const actions = useCallActionsStore()
    calls.merge(call())
    const page = ring()
    await page.get('[data-testid=accept]').trigger('click')
    actions.refuse({ code: 'CALL_TAKEN', detail: '가람 has taken this call.', ref: 'c1' })
    calls.merge(call({ state: 'ACTIVE', guide: other, guideOnline: true, version: 2 }))
    await nextTick()
    expect(page.find('[data-testid=incoming-call]').exists()).toBe(false)
    expect(incoming.outcome.value).toMatchObject({ reason: 'takenFirst', name: '가람' })
    await after(9)
    expect(incoming.outcome.value).toBeNull()
  })
})

describe('a press on its way to another call', () => {
  const seconds = ['2026-11-22T10:48:00.000Z', '2026-11-22T10:48:01.000Z', '2026-11-22T10:48:02.000Z']

  it.each([
    ['the large one', 'c1'],
    ['a queued one', 'c2'],
  ])('does not count for the one that slid under it: %s', async (_name, taken) => {
    const calls = useCallsStore()
    seconds.forEach((at, place) => calls.merge(call({ id: `c${place + 1}`, ringAt: at })))
    const page = ring()
    await nextTick()
    calls.merge(call({ id: taken, state: 'ACTIVE', guide: other, version: 2 }))
    await nextTick()
    const place = taken === 'c1' ? 0 : 1
    const press = () => page.findAll('[data-testid=accept]')[place]?.trigger('click')
    await press()
    await page.findAll('[data-testid=decline]')[place]?.trigger('click')
    expect(client.sent).toEqual([])
    vi.advanceTimersByTime(400)
    await press()
    expect(client.sent.map((each) => each.target)).toEqual([`/app/calls.c${place + 2}.accept`])
  })

  it('counts for one that stays where it is', async () => {
    const calls = useCallsStore()
    seconds.slice(0, 2).forEach((at, place) => calls.merge(call({ id: `c${place + 1}`, ringAt: at })))
    const page = ring()
    await nextTick()
    calls.merge(call({ id: 'c2', state: 'CANCELLED', version: 2 }))
    await nextTick()
    await page.get('[data-testid=accept]').trigger('click')
    expect(client.sentTo('/app/calls.c1.accept')).toHaveLength(1)
  })
})

describe('declining', () => {
  it('is one click, and needs no word', async () => {
    useCallsStore().merge(call())
    const page = ring()
    await page.get('[data-testid=decline]').trigger('click')
    expect(page.find('[data-testid=incoming-call]').exists()).toBe(false)
    expect(incoming.outcome.value).toBeNull()
  })

  it('silences every other screen of the same guide', async () => {
    useCallsStore().merge(call())
    const page = ring()
    useCallsStore().merge(call({ declinedBy: ['seoul.guide1'], version: 2 }))
    await nextTick()
    expect(page.find('[data-testid=incoming-call]').exists()).toBe(false)
    expect(incoming.outcome.value).toBeNull()
  })

  it('asks again where the line was lost before it was heard', async () => {
    useCallsStore().merge(call())
    const page = ring()
    await page.get('[data-testid=decline]').trigger('click')
    client.become('connecting')
    await nextTick()
    expect(page.find('[data-testid=incoming-call]').exists()).toBe(true)
  })

  it('does not silence the call when it is handed over later', async () => {
    const calls = useCallsStore()
    calls.merge(call())
    const page = ring()
    await page.get('[data-testid=decline]').trigger('click')
    calls.merge(handedOn({ version: 3 }))
    await nextTick()
    expect(page.get('[data-testid=incoming-call]').text()).toContain('가람 님이 넘김')
  })
})
