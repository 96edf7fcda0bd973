import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'

import * as callsApi from '@/api/calls'
import * as presenceApi from '@/api/presence'
import type { Call } from '@/api/types'
import { i18n } from '@/locales'
import { useCallActionsStore } from '@/stores/callActions'
import { useCallsStore } from '@/stores/calls'
import { usePresenceStore } from '@/stores/presence'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { mountPage } from '@/testing/mountPage'
import { call, guideSession, message, presence } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import ConversationPane from './ConversationPane.vue'
import { colleagues, inOrder, receiverName } from './transferTargets'

vi.mock('@/api/calls')
vi.mock('@/api/presence')
enableAutoUnmount(afterEach)

const me = { username: 'seoul.guide1', displayName: '하늘' }
const away = presence({ username: 'x.away', displayName: '이든', state: 'AWAY' })
const gone = presence({ username: 'x.gone', displayName: '보라', connected: false })
const busy = presence({ username: 'x.busy', displayName: '마루', state: 'BUSY', calls: 1 })
const half = presence({ username: 'x.half', displayName: '다온', calls: 1 })
const free = presence()

describe('to whom a talk may be handed', () => {
  const known = new Map([
    ['seoul', [gone, busy, presence(me), half, away, free]],
    ['busan', [free]],
  ])

  it('is who can take it first, and who is not there last', () => {
    const names = colleagues(known, me.username).map((each) => each.displayName)
    expect(names).toEqual(['가람', '다온', '마루', '이든', '보라'])
  })

  it('keeps its order while it is being chosen', () => {
    const order = [free, half].map((each) => each.username)
    const now = [presence({ username: 'x.new' }), half, { ...free, state: 'AWAY' as const }]
    expect(inOrder(now, order).map((each) => each.username)).toEqual(['seoul.guide2', 'x.half', 'x.new'])
  })

  it('is called by name, a region that only the call knows too', () => {
    const ringsIn = [{ code: 'jeju', name: '제주' }]
    const name = (to: NonNullable<Call['transfer']>['to']) =>
      receiverName({ to, reason: null }, call({ ringsIn }), { people: known, regions: [] })
    expect([name({ username: 'x.busy' }), name({ username: 'x.nobody' })]).toEqual(['마루', 'x.nobody'])
    expect([name({ region: 'jeju' }), name({ region: 'busan' })]).toEqual(['제주', 'busan'])
  })
})

describe('a talk', () => {
  let client: FakeRealtimeClient
  const transfer = { to: { username: 'seoul.guide2' }, reason: '일본어 손님' }
  const steps = [{ step: 'RETURNED' as const, at: '2026-11-22T10:50:12.000Z', done: false }]
  const find = (id: string) => document.querySelector<HTMLElement>(`[data-testid=${id}]`)

  beforeEach(async () => {
    // Vuetify's dialogs look at it, and jsdom has none.
    vi.stubGlobal('visualViewport', new EventTarget())
    client = new FakeRealtimeClient()
    signInAs(guideSession())
    i18n.global.locale.value = 'ko'
    vi.mocked(callsApi.fetchAllMessages).mockResolvedValue({ items: [message(1)], read: {} })
    vi.mocked(presenceApi.fetchPresence).mockResolvedValue({ items: [gone, presence(me), free] })
    await usePresenceStore().load('seoul')
  })

  function pane(more: Partial<Call> = {}, takenOver = false) {
    const shown = call({ state: 'ACTIVE', guide: me, acceptedAt: '2026-11-22T10:48:10.000Z', ...more })
    useCallsStore().merge(shown)
    return mountPage(ConversationPane, { props: { call: shown, selected: true, several: false, takenOver } })
  }

  async function choose(value: string, reason: string): Promise<void> {
    const radio = document.querySelector<HTMLInputElement>(`input[value="${value}"]`)
    radio?.click()
    const field = find('transfer-reason') as HTMLInputElement
    field.value = reason
    field.dispatchEvent(new Event('input'))
    await nextTick()
    find('transfer-form')?.dispatchEvent(new Event('submit', { cancelable: true }))
    await nextTick()
  }

  it('is handed to a colleague, with a reason', async () => {
    const page = pane()
    await page.get('[data-testid=transfer]').trigger('click')
    const choices = [...document.querySelectorAll<HTMLInputElement>('[data-testid=transfer-to]')]
    expect(choices.map((each) => each.value)).toEqual([
      'person:seoul.guide2',
      'person:x.gone',
      'region:seoul',
    ])
    await vi.waitFor(() => expect(document.activeElement).toBe(choices[0]))
    await choose('person:seoul.guide2', ' 일본어 손님 ')
    expect(client.sentTo('/app/calls.c1.transfer')).toEqual([transfer])
    expect(find('send-transfer')?.textContent).toContain('넘기는 중…')
    await choose('person:seoul.guide2', ' 일본어 손님 ')
    expect(client.sentTo('/app/calls.c1.transfer')).toHaveLength(1)
    await page.setProps({ call: call({ state: 'ACTIVE', guide: me, transfer, version: 2 }) })
    expect(find('transfer-form')).toBeNull()
  })

  const typed = () => (find('transfer-reason') as HTMLInputElement | null)?.value

  it('keeps the reason when handing on is refused, and says why', async () => {
    const page = pane()
    await page.get('[data-testid=transfer]').trigger('click')
    await choose('person:seoul.guide2', '환승')
    useCallActionsStore().refuse({ code: 'INVALID_REQUEST', detail: '', ref: 'c1' })
    await nextTick()
    expect(find('transfer-form')?.textContent).toContain('그쪽으로는 넘길 수 없습니다')
    expect(typed()).toBe('환승')
    await choose('region:seoul', '환승')
    expect(client.sentTo('/app/calls.c1.transfer')).toHaveLength(2)
  })

  it('begins to be transferred without the refusal of another time', async () => {
    const page = pane()
    useCallActionsStore().refuse({ code: 'WRONG_STATE', detail: '', ref: 'c1' })
    await page.get('[data-testid=transfer]').trigger('click')
    expect(find('transfer-form')?.querySelector('[role=alert]')?.textContent).toBe('')
    expect(page.find('[role=alert]').exists()).toBe(false)
  })

  it('keeps it also when no answer comes, and looks at the line', async () => {
    vi.useFakeTimers()
    const page = pane()
    await page.get('[data-testid=transfer]').trigger('click')
    await choose('region:seoul', '환승')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(client.checks).toBe(1)
    expect(find('transfer-form')?.textContent).toContain('연결되지 않았습니다')
    expect(find('send-transfer')?.textContent).not.toContain('넘기는 중…')
    expect(typed()).toBe('환승')
  })

  it('is handed to a whole region', async () => {
    const page = pane()
    await page.get('[data-testid=transfer]').trigger('click')
    await choose('region:seoul', '')
    expect(client.sentTo('/app/calls.c1.transfer')).toEqual([{ to: { region: 'seoul' }, reason: '' }])
  })

  it('is handed to nobody until somebody is chosen, and not without a connection', async () => {
    const page = pane()
    await page.get('[data-testid=transfer]').trigger('click')
    find('transfer-form')?.dispatchEvent(new Event('submit', { cancelable: true }))
    await nextTick()
    expect(find('transfer-form')?.textContent).toContain('골라 주세요')
    client.close()
    await choose('region:seoul', '환승')
    expect(client.sent).toEqual([])
    expect(find('transfer-form')?.textContent).toContain('연결되지 않았습니다')
  })

  it('says to whom it goes, why and for how long, and can be taken back', async () => {
    vi.useFakeTimers({ now: new Date('2026-11-22T10:50:00.000Z') })
    const page = pane({ transfer, steps, version: 2 })
    const bar = page.get('[data-testid=transfer-bar]')
    for (const each of ['넘기는 중: 가람', '일본어 손님', '0:12']) expect(bar.text()).toContain(each)
    expect(page.get('[data-testid=transfer]').attributes('aria-disabled')).toBe('true')
    await page.get('[data-testid=transfer]').trigger('click')
    expect(find('transfer-form')).toBeNull()
    await page.get('[data-testid=take-back]').trigger('click')
    expect(client.sentTo('/app/calls.c1.decline')).toHaveLength(1)
    expect(page.find('[data-testid=message-input]').exists()).toBe(true)
  })

  it.each([
    ['WRONG_STATE', '지금은 할 수 없는'],
    ['INVALID_REQUEST', '그쪽으로는 넘길 수 없습니다'],
  ] as const)('says in its pane why it was refused: %s', async (code, words) => {
    const page = pane()
    useCallActionsStore().refuse({ code, detail: '', ref: 'c1' })
    await nextTick()
    expect(page.get('[role=alert]').text()).toContain(words)
  })

  it('that rings again without us can be read, but not written in or ended', () => {
    const page = pane({ state: 'RINGING', guideOnline: false })
    for (const each of ['message-input', 'end-call', 'transfer'])
      expect(page.find(`[data-testid=${each}]`).exists()).toBe(false)
    expect(page.text()).toContain('위에서 받으면 이어집니다')
  })
})
