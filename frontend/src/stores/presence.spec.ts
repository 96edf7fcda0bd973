import { beforeEach, describe, expect, it, vi } from 'vitest'

import { parseLocalized } from '@/api/localizedNames'
import * as api from '@/api/presence'
import type { DeskStatus, PresenceState } from '@/api/types'
import type { RegionEvent } from '@/realtime/destinations'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { deskStatus, guideSession, presence } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { usePresenceStore } from './presence'

vi.mock('@/api/presence')

const me = { username: 'seoul.guide1', displayName: '하늘' }
type DeskNews = Extract<RegionEvent, { type: 'DESK' }>
let client: FakeRealtimeClient

beforeEach(async () => {
  client = new FakeRealtimeClient()
  signInAs(guideSession())
  vi.mocked(api.fetchPresence).mockResolvedValue({ items: [presence(me), presence()] })
  vi.mocked(api.fetchDesks).mockResolvedValue({ items: [deskStatus()] })
  await usePresenceStore().resync()
  client.sent.length = 0
})

function hear(username: string, state: PresenceState, intent: PresenceState, calls = 0) {
  usePresenceStore().receive('seoul', { type: 'PRESENCE', username, state, intent, connected: true, calls })
}

describe('our own presence', () => {
  it('is what we said, not what the server makes of it while we talk', async () => {
    const store = usePresenceStore()
    hear(me.username, 'BUSY', 'AVAILABLE', 1)
    expect([store.own, store.full]).toEqual(['AVAILABLE', true])
    vi.mocked(api.fetchPresence).mockResolvedValue({ items: [presence({ ...me, state: 'BUSY', calls: 1 })] })
    await store.resync()
    expect([store.own, store.full]).toEqual(['AVAILABLE', true])
    hear(me.username, 'AVAILABLE', 'AVAILABLE')
    expect([store.own, store.full]).toEqual(['AVAILABLE', false])
  })

  it('follows what we say on another device', () => {
    hear(me.username, 'AWAY', 'AWAY')
    expect(usePresenceStore().own).toBe('AWAY')
  })

  it('is not overruled by an older word while ours could not be told', async () => {
    const store = usePresenceStore()
    client.close()
    store.setState('AWAY')
    client.open()
    hear(me.username, 'AVAILABLE', 'AVAILABLE')
    expect(store.own).toBe('AWAY')
    await store.resync()
    expect(client.sentTo('/app/presence')).toEqual([{ state: 'AWAY' }])
  })

  it('is not said again where another device has had the last word meanwhile', async () => {
    const store = usePresenceStore()
    store.setState('AWAY')
    hear(me.username, 'AWAY', 'AWAY')
    store.setState('AVAILABLE')
    hear(me.username, 'AVAILABLE', 'AVAILABLE')
    client.sent.length = 0
    client.close()
    vi.mocked(api.fetchPresence).mockResolvedValue({
      items: [presence({ ...me, state: 'AWAY', intent: 'AWAY' })],
    })
    client.open()
    await store.resync()
    expect(client.sentTo('/app/presence')).toEqual([])
    expect(store.own).toBe('AWAY')
  })

  it('is said again until the server has repeated it, over a line that swallowed it too', async () => {
    const store = usePresenceStore()
    store.setState('AWAY')
    await store.resync()
    expect(store.own).toBe('AWAY')
    expect(client.sentTo('/app/presence')).toEqual([{ state: 'AWAY' }, { state: 'AWAY' }])
    hear(me.username, 'AWAY', 'AWAY')
    await store.resync()
    expect(client.sentTo('/app/presence')).toHaveLength(2)
  })

  it('is told also where a list cannot be had', async () => {
    const store = usePresenceStore()
    client.close()
    store.setState('AWAY')
    client.open()
    vi.mocked(api.fetchDesks).mockRejectedValue(new Error('no'))
    await expect(store.resync()).rejects.toThrow()
    expect(client.sentTo('/app/presence')).toEqual([{ state: 'AWAY' }])
  })
})

it('keeps up with colleagues and their calls without asking', () => {
  vi.mocked(api.fetchPresence).mockClear()
  hear('seoul.guide2', 'BUSY', 'AVAILABLE', 1)
  const person = usePresenceStore().people.get('seoul')?.[1]
  expect(person).toMatchObject({ state: 'BUSY', intent: 'AVAILABLE', calls: 1, connected: true })
  expect(api.fetchPresence).not.toHaveBeenCalled()
})

it('calls a colleague by another name as soon as an admin has given one', () => {
  const { username, ...news } = presence()
  usePresenceStore().receive('seoul', { ...news, type: 'PRESENCE', username, displayName: '새 이름' })
  expect(usePresenceStore().people.get('seoul')?.[1]?.displayName).toBe('새 이름')
})

describe('a list that is older than the news', () => {
  /** Asks for the lists, and answers with what they were when they were asked for. */
  function ask() {
    let answer = () => {}
    const rows = [presence({ ...me, state: 'AVAILABLE' }), presence()]
    const asked = new Promise<{ items: typeof rows }>((resolve) => (answer = () => resolve({ items: rows })))
    vi.mocked(api.fetchPresence).mockReturnValueOnce(asked)
    const done = usePresenceStore().load('seoul')
    return () => (answer(), done)
  }

  it('does not put back what they have moved on', async () => {
    const store = usePresenceStore()
    const answer = ask()
    hear('seoul.guide2', 'BUSY', 'AVAILABLE', 1)
    hear(me.username, 'AWAY', 'AWAY')
    store.receive('seoul', { type: 'COVERAGE', region: 'seoul', onDuty: 0 })
    await answer()
    expect(store.people.get('seoul')?.map(({ state }) => state)).toEqual(['AWAY', 'BUSY'])
    expect(store.own).toBe('AWAY')
    expect(store.uncovered.has('seoul')).toBe(true)
  })

  it('is asked for once more where it does not know of somebody', async () => {
    const answer = ask()
    const fresh = presence({ username: 'seoul.guide9' })
    vi.mocked(api.fetchPresence).mockResolvedValue({ items: [presence(me), presence(), fresh] })
    hear(fresh.username, 'AVAILABLE', 'AVAILABLE')
    await answer()
    await vi.waitFor(() => expect(usePresenceStore().people.get('seoul')).toHaveLength(3))
  })
})

describe('a desk of the region', () => {
  it('goes offline and comes back by what is heard', () => {
    const store = usePresenceStore()
    store.receive('seoul', { type: 'DESK', desk: 'seoul-1', online: false })
    expect(store.desks.get('seoul')?.[0]).toMatchObject({
      online: false,
      lastSeen: expect.any(String) as string,
    })
    store.receive('seoul', { type: 'DESK', desk: { code: 'seoul-1', name: '' }, online: true })
    expect(store.desks.get('seoul')?.[0]).toMatchObject({ online: true, name: '동쪽 로비 1번' })
  })

  it('is connected once it is, though it was not paired when it was asked for', () => {
    const store = usePresenceStore()
    store.desks.set('seoul', [deskStatus({ paired: false, online: false, lastSeen: null })])
    store.receive('seoul', { type: 'DESK', desk: 'seoul-1', online: true })
    expect(store.desks.get('seoul')?.[0]).toMatchObject({ paired: true, online: true })
  })

  it('has its new name and standing at once, which say nothing of when it was seen', () => {
    const store = usePresenceStore()
    store.desks.set('seoul', [deskStatus({ online: false, lastSeen: null })])
    store.receive('seoul', {
      type: 'DESK',
      desk: 'seoul-1',
      online: false,
      name: '서쪽 로비',
      enabled: false,
      paired: false,
    })
    expect(store.desks.get('seoul')?.[0]).toMatchObject({
      name: '서쪽 로비',
      enabled: false,
      paired: false,
      lastSeen: null,
    })
  })

  it('is paired and renamed likewise where it has names in other languages', () => {
    const store = usePresenceStore()
    const names = { en: 'East lobby 1' }
    const sent = JSON.stringify({ ...deskStatus({ paired: false, online: false }), names })
    store.desks.set('seoul', [parseLocalized(sent) as DeskStatus])
    store.receive('seoul', {
      type: 'DESK',
      desk: 'seoul-1',
      online: true,
      name: '서쪽 로비',
      enabled: true,
      paired: true,
    })
    expect(store.desks.get('seoul')?.[0]).toMatchObject({ name: '서쪽 로비', online: true, paired: true })
  })

  it('is asked for anew when it is called otherwise in another language', async () => {
    const store = usePresenceStore()
    const called = (en: string) =>
      parseLocalized(JSON.stringify({ ...deskStatus(), names: { en } })) as DeskStatus
    store.desks.set('seoul', [called('East lobby 1')])
    vi.mocked(api.fetchDesks).mockResolvedValueOnce({ items: [called('East hall')] })
    const news = { ...deskStatus(), type: 'DESK', desk: 'seoul-1', names: { en: 'East hall' } }
    store.receive('seoul', parseLocalized(JSON.stringify(news)) as DeskNews)
    await vi.waitFor(() => expect(store.desks.get('seoul')?.[0]?.names).toEqual({ en: 'East hall' }))
  })

  it('goes offline while the list of desks is on its way', async () => {
    const store = usePresenceStore()
    vi.mocked(api.fetchDesks).mockResolvedValueOnce({ items: [deskStatus()] })
    const resync = store.resync()
    store.receive('seoul', { type: 'DESK', desk: 'seoul-1', online: false })
    await resync
    expect(store.desks.get('seoul')?.[0]?.online).toBe(false)
  })

  it('is asked for when it is new', async () => {
    const fresh = deskStatus({ code: 'seoul-9', name: '새 데스크' })
    vi.mocked(api.fetchDesks).mockResolvedValue({ items: [deskStatus(), fresh] })
    const store = usePresenceStore()
    store.receive('seoul', { type: 'DESK', desk: 'seoul-9', online: true })
    await vi.waitFor(() => expect(store.desks.get('seoul')).toHaveLength(2))
  })
})
