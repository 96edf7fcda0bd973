import { beforeEach, expect, it } from 'vitest'
import { effectScope, nextTick } from 'vue'

import { useCallsStore } from '@/stores/calls'
import { useChatStore } from '@/stores/chat'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { call, guideSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useConversations } from './useConversations'

const guide = { username: 'seoul.guide1', displayName: '하늘' }
const mine = (id: string, more = {}) => call({ id, state: 'ACTIVE', guide, guideOnline: true, ...more })

beforeEach(() => {
  new FakeRealtimeClient()
  signInAs(guideSession())
})

it('keeps a talk that is over until it is put away, and then for good', () => {
  const conversations = effectScope().run(() => useConversations())
  const calls = useCallsStore()
  calls.merge(mine('c1'))
  calls.merge(mine('c1', { state: 'ENDED', version: 2 }))
  expect(conversations?.panes.value.map(({ id }) => id)).toEqual(['c1'])
  conversations?.dismiss('c1')
  calls.merge(mine('c1', { state: 'ENDED', version: 3, rating: { stars: 5, comment: null } }))
  expect(conversations?.panes.value).toEqual([])
})

it('gives the room of who has left to the next visitor', async () => {
  const conversations = effectScope().run(() => useConversations())
  const calls = useCallsStore()
  calls.merge(mine('c1'))
  await nextTick()
  calls.merge(mine('c1', { state: 'ENDED', version: 2 }))
  await nextTick()
  calls.merge(mine('c2'))
  await nextTick()
  expect(conversations?.panes.value.map(({ id }) => id)).toEqual(['c2'])
  expect(conversations?.selected.value?.id).toBe('c2')
})

const other = { username: 'seoul.guide2', displayName: '가람' }
const ids = (conversations: ReturnType<typeof useConversations> | undefined) =>
  conversations?.panes.value.map(({ id }) => id)

it('shows our talk that rings again, and keeps it when we take another', async () => {
  const conversations = effectScope().run(() => useConversations())
  const calls = useCallsStore()
  calls.merge(mine('c1'))
  await nextTick()
  calls.merge(mine('c1', { state: 'RINGING', version: 2 }))
  await nextTick()
  calls.merge(mine('c2'))
  await nextTick()
  expect(ids(conversations)?.sort()).toEqual(['c1', 'c2'])
})

it('closes a talk that somebody has taken over', async () => {
  const conversations = effectScope().run(() => useConversations())
  const calls = useCallsStore()
  calls.merge(mine('c1'))
  await nextTick()
  calls.merge(mine('c1', { guide: other, version: 2 }))
  expect(ids(conversations)).toEqual([])
})

it('keeps one with words that were never sent until it is put away, and shows it when it is handed back', async () => {
  const conversations = effectScope().run(() => useConversations())
  const calls = useCallsStore()
  calls.merge(mine('c1'))
  await nextTick()
  useChatStore().send('c1', 'one moment')
  calls.merge(mine('c1', { guide: other, version: 2 }))
  await nextTick()
  expect(ids(conversations)).toEqual(['c1'])
  conversations?.dismiss('c1')
  expect(ids(conversations)).toEqual([])
  calls.merge(mine('c1', { version: 3 }))
  await nextTick()
  expect(ids(conversations)).toEqual(['c1'])
  expect(useChatStore().lines('c1')).toHaveLength(1)
})

it('keeps the room of who has left while words are there that never reached them', async () => {
  const conversations = effectScope().run(() => useConversations())
  const calls = useCallsStore()
  calls.merge(mine('c1'))
  await nextTick()
  useChatStore().send('c1', 'one moment')
  calls.merge(mine('c1', { state: 'ENDED', version: 2 }))
  calls.merge(mine('c2'))
  await nextTick()
  expect(conversations?.panes.value.map(({ id }) => id).sort()).toEqual(['c1', 'c2'])
})

it.each(['MISSED', 'CANCELLED'] as const)(
  'keeps unsent words of one that was lost and then %s',
  async (state) => {
    const conversations = effectScope().run(() => useConversations())
    const calls = useCallsStore()
    calls.merge(mine('c1'))
    calls.merge(mine('c2'))
    await nextTick()
    useChatStore().send('c1', 'one moment')
    for (const id of ['c1', 'c2']) {
      calls.merge(mine(id, { state: 'RINGING', version: 2 }))
      calls.merge(mine(id, { state, version: 3 }))
    }
    await nextTick()
    expect(ids(conversations)).toEqual(['c1'])
    conversations?.dismiss('c1')
    expect(ids(conversations)).toEqual([])
    expect(useChatStore().unsent()).toEqual([])
  },
)
