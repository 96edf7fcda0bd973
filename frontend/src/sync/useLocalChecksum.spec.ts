import { beforeEach, describe, expect, it } from 'vitest'

import type { Call } from '@/api/types'
import { checksumOf } from '@/domain/checksum'
import { useCallActionsStore } from '@/stores/callActions'
import { useCallsStore } from '@/stores/calls'
import { useChatStore } from '@/stores/chat'
import { useNotesStore } from '@/stores/notes'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { call, deskSession, guideSession, message, note } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useLocalChecksum } from './useLocalChecksum'

const me = { username: 'seoul.guide1', displayName: '하늘' }
const other = { username: 'seoul.guide2', displayName: '가람' }
const busan = { code: 'busan', name: '부산' }
const none = '811c9dc5'

beforeEach(() => {
  new FakeRealtimeClient()
})

const hold = (...calls: Call[]) => calls.forEach((each) => useCallsStore().merge(each))
const one = (version: number, lastSeq = 0) => checksumOf([{ id: 'c1', version, lastSeq }])

describe('a guide holds', () => {
  beforeEach(() => signInAs(guideSession()))

  it('nothing at first', () => {
    expect(useLocalChecksum().value).toEqual({ calls: none, unread: 0 })
  })

  it.each([
    ['what rings in an own region', call({ version: 4 })],
    ['what has come to it from elsewhere', call({ version: 4, ringsIn: [busan, call().region] })],
    ['its own talk', call({ state: 'ACTIVE', guide: me, version: 4 })],
    [
      'what is transferred to this person',
      call({ state: 'ACTIVE', guide: other, version: 4, transfer: { to: me, reason: null } }),
    ],
    [
      'what is transferred to its region',
      call({
        state: 'ACTIVE',
        guide: other,
        version: 4,
        transfer: { to: { region: 'seoul' }, reason: null },
      }),
    ],
  ])('%s', (_name, held) => {
    hold(held)
    expect(useLocalChecksum().value.calls).toBe(one(4))
  })

  it.each([
    ['what rings elsewhere', call({ ringsIn: [busan] })],
    ['a colleague’s talk', call({ state: 'ACTIVE', guide: other })],
    [
      'what is transferred to somebody else',
      call({ state: 'ACTIVE', guide: other, transfer: { to: other, reason: null } }),
    ],
  ])('not %s', (_name, held) => {
    hold(held)
    expect(useLocalChecksum().value.calls).toBe(none)
  })

  it('no call that is over', () => {
    hold(call(), call({ state: 'MISSED', version: 2 }))
    expect(useLocalChecksum().value.calls).toBe(none)
  })

  it('also what it has declined', () => {
    hold(call())
    useCallActionsStore().decline('c1', '')
    expect(useLocalChecksum().value.calls).toBe(one(1))
  })

  it('the messages of its own talks, up to the first gap, and of no other call', () => {
    const chat = useChatStore()
    chat.receive(message(1))
    chat.receive(message(2))
    hold(call({ guide: me, version: 3 }))
    expect(useLocalChecksum().value.calls).toBe(one(3))
    hold(call({ state: 'ACTIVE', guide: me, version: 4 }))
    expect(useLocalChecksum().value.calls).toBe(one(4, 2))
    chat.receive(message(4))
    expect(useLocalChecksum().value.calls).toBe(one(4, 2))
  })

  it('its unread notes', () => {
    useNotesStore().receive(note())
    expect(useLocalChecksum().value.unread).toBe(1)
  })
})

describe('a desk holds', () => {
  beforeEach(() => signInAs(deskSession()))

  it('its call that is not over, and the messages of it, whether it rings or is answered', () => {
    useChatStore().receive(message(1))
    hold(call({ guide: other, version: 6 }))
    expect(useLocalChecksum().value.calls).toBe(one(6, 1))
    hold(call({ state: 'ACTIVE', guide: me, version: 7 }))
    expect(useLocalChecksum().value.calls).toBe(one(7, 1))
    hold(call({ state: 'ENDED', version: 8 }))
    expect(useLocalChecksum().value).toEqual({ calls: none, unread: 0 })
  })
})
