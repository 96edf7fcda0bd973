import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { computed, effectScope, nextTick, type EffectScope } from 'vue'

import type { Call } from '@/api/types'
import { useCallActionsStore } from '@/stores/callActions'
import { useCallsStore } from '@/stores/calls'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { call, guideSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { reasonOf, useCallOutcome } from './useCallOutcome'

const me = { username: 'seoul.guide1', displayName: '하늘' }
const garam = { username: 'seoul.guide2', displayName: '가람' }
const maru = { username: 'seoul.guide3', displayName: '마루' }
const toMe = { to: { username: me.username }, reason: null }

describe('what became of', () => {
  const ringing = call({ version: 1 })
  const handedToMe = call({ state: 'ACTIVE', guide: garam, transfer: toMe, version: 1 })
  const mine = call({ state: 'ACTIVE', guide: me, version: 1 })
  const mineAgain = call({ state: 'RINGING', guide: me, version: 1 })
  const active = (guide: Call['guide']) => ({ state: 'ACTIVE', guide, transfer: null }) as const

  it.each([
    ['a call that another accepted', ringing, active(garam), 'taken'],
    ['a call that we accepted', ringing, active(me), null],
    ['a call that was cancelled', ringing, { state: 'CANCELLED' }, 'cancelled'],
    ['a call that nobody accepted', ringing, { state: 'MISSED' }, 'missed'],
    ['a talk handed to us that went back', handedToMe, active(garam), 'returned'],
    ['a talk handed to our region that another took', handedToMe, active(maru), 'taken'],
    ['a talk handed to us that ended', handedToMe, { ...active(garam), state: 'ENDED' }, 'over'],
    ['our talk that another took over', mine, active(garam), 'takenOver'],
    ['our talk that ended', mine, { ...active(me), state: 'ENDED' }, null],
    ['our lost talk that another took over', mineAgain, active(garam), 'takenOver'],
    ['our lost talk that nobody took', mineAgain, { state: 'MISSED' }, 'missed'],
  ] as const)('%s', (_what, before, more, reason) => {
    expect(reasonOf(before, { ...before, ...more, version: 2 }, me.username, false)).toBe(reason)
  })

  it('one that we wanted is who was first', () => {
    const now = { ...ringing, ...active(garam), version: 2 }
    expect(reasonOf(ringing, now, me.username, true)).toBe('takenFirst')
  })
})

describe('our own talk', () => {
  let scope: EffectScope
  let outcome: ReturnType<typeof useCallOutcome>['outcome']
  const transfer = { to: { username: garam.username }, reason: null }
  const mine = (more: Partial<Call>) => useCallsStore().merge(call({ state: 'ACTIVE', guide: me, ...more }))

  beforeEach(() => {
    new FakeRealtimeClient()
    signInAs(guideSession())
    scope = effectScope()
    scope.run(() => {
      const calls = useCallsStore()
      outcome = useCallOutcome(
        computed(() => calls.ringing),
        new Set(),
      ).outcome
    })
    mine({ transfer, version: 2 })
  })
  afterEach(() => scope.stop())

  it('is said to be taken over, and by whom', async () => {
    await nextTick()
    mine({ guide: garam, version: 3 })
    await nextTick()
    expect(outcome.value).toMatchObject({ reason: 'takenOver', name: '가람', desk: '동쪽 로비 1번' })
  })

  it('is said to have come back when nobody took it', async () => {
    await nextTick()
    mine({ version: 3 })
    await nextTick()
    expect(outcome.value).toMatchObject({ reason: 'cameBack' })
  })

  it('needs no word when we took it back ourselves', async () => {
    await nextTick()
    useCallActionsStore().takeBack('c1')
    mine({ version: 3 })
    await nextTick()
    expect(outcome.value).toBeNull()
  })
})
