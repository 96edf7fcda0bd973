import { beforeEach, expect, it } from 'vitest'

import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { call, deskSession, guideSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useCallActionsStore } from './callActions'
import { useCallsStore } from './calls'

const me = { username: 'seoul.guide1', displayName: '하늘' }
const other = { username: 'seoul.guide2', displayName: '가람' }
let client: FakeRealtimeClient

beforeEach(() => {
  client = new FakeRealtimeClient()
  signInAs(guideSession())
})

it('tells once that an alert is shown, and once more when it can be heard', () => {
  const actions = useCallActionsStore()
  actions.seen('c1', false)
  actions.seen('c1', false)
  actions.seen('c1', true)
  actions.seen('c1', true)
  expect(client.sentTo('/app/calls.c1.seen')).toEqual([{ audible: false }, { audible: true }])
})

it('takes back what it transfers, which declines nothing', () => {
  const calls = useCallsStore()
  const actions = useCallActionsStore()
  const transfer = { to: { username: other.username }, reason: '영어' }
  calls.merge(call({ state: 'ACTIVE', guide: me }))
  actions.transfer('c1', transfer.to, transfer.reason)
  calls.merge(call({ state: 'ACTIVE', guide: me, transfer, version: 2 }))
  actions.takeBack('c1')
  expect(client.sentTo('/app/calls.c1.transfer')).toEqual([transfer])
  expect(client.sentTo('/app/calls.c1.decline')).toHaveLength(1)
  expect(actions.isTakingBack('c1')).toBe(true)
  expect(calls.mine).toHaveLength(1)
})

it('tells it anew after the line was lost: the server may never have heard it', () => {
  const actions = useCallActionsStore()
  actions.seen('c1', true)
  client.become('connecting')
  client.become('online')
  actions.seen('c1', true)
  expect(client.sentTo('/app/calls.c1.seen')).toHaveLength(2)
})

it('keeps a refusal under what it is about', () => {
  const actions = useCallActionsStore()
  actions.refuse({ code: 'CALL_TAKEN', detail: '가람', ref: 'c1' })
  expect(actions.refusals.get('c1')?.code).toBe('CALL_TAKEN')
  actions.accept('c1')
  expect(actions.refusals.has('c1')).toBe(false)
})

it('lets a desk cancel before its call has come back', () => {
  signInAs(deskSession())
  const calls = useCallsStore()
  const actions = useCallActionsStore()
  actions.ring('ko')
  actions.cancelRinging()
  calls.merge(call())
  expect(client.sentTo('/app/calls.c1.cancel')).toEqual([null])
})
