import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, shallowRef, type EffectScope } from 'vue'

import * as api from '@/api/calls'
import type { Alert } from '@/api/types'
import { alert, call } from '@/testing/samples'

import { alertReceiptsOf } from './alertReceipts'
import { useAlertReceipts } from './useAlertReceipts'

vi.mock('@/api/calls')

const at = (seconds: number) =>
  new Date(Date.parse('2026-11-22T10:48:00.000Z') + seconds * 1000).toISOString()
const me = { username: 'seoul.guide1', displayName: '하늘' }
const answers = (alerts: Alert[], of = call()) =>
  alertReceiptsOf(of, alerts).map(({ name, answer, after }) => [name, answer, after])

describe('what guides did about a call', () => {
  it('is told by how they noticed it, and when', () => {
    const alerts = [
      alert({ username: 'a', displayName: '이든' }),
      alert({ username: 'b', displayName: '마루', seenAt: at(9), audible: false }),
      alert({ username: 'c', displayName: '가람', seenAt: at(4), audible: true }),
      alert({ username: 'd', displayName: '다온', seenAt: at(2), declinedAt: at(12), reason: '식사 중' }),
    ]
    expect(answers(alerts)).toEqual([
      ['가람', 'heard', 4_000],
      ['마루', 'shown', 9_000],
      ['다온', 'declined', 12_000],
      ['이든', 'sent', null],
    ])
  })

  it('names who accepted first, also one who was never alerted', () => {
    const active = call({ state: 'ACTIVE', guide: me, acceptedAt: at(18) })
    expect(answers([alert({ seenAt: at(4) })], active)[0]).toEqual(['하늘', 'accepted', 18_000])
    expect(answers([alert({ ...me, seenAt: at(4), audible: true })], active)).toEqual([
      ['하늘', 'accepted', 18_000],
    ])
  })

  it('does not date a hand-over back to the first answer', () => {
    const handedOn = call({ state: 'ACTIVE', guide: me, acceptedAt: at(18) })
    const alerts = [alert({ ...me, sentAt: at(300), seenAt: at(301), audible: true })]
    expect(answers(alerts, handedOn)).toEqual([['하늘', 'accepted', 301_000]])
  })
})

describe('the proof', () => {
  let scope: EffectScope
  const shown = shallowRef(call())

  beforeEach(() => {
    vi.useFakeTimers()
    scope = effectScope()
    shown.value = call()
    vi.mocked(api.fetchAlerts)
      .mockReset()
      .mockResolvedValue({ items: [alert()] })
  })
  afterEach(() => scope.stop())

  it('is asked for when a call is looked at, and once for several changes', async () => {
    const proof = scope.run(() => useAlertReceipts(() => shown.value))
    await vi.advanceTimersByTimeAsync(0)
    expect(proof?.proof.value).toHaveLength(1)
    for (const version of [2, 3, 4]) {
      shown.value = call({ version })
      await nextTick()
    }
    await vi.advanceTimersByTimeAsync(2_000)
    expect(api.fetchAlerts).toHaveBeenCalledTimes(2)
  })

  it('never shows that of the call before', async () => {
    const proof = scope.run(() => useAlertReceipts(() => shown.value))
    await vi.advanceTimersByTimeAsync(0)
    vi.mocked(api.fetchAlerts).mockRejectedValue(new Error('away'))
    shown.value = call({ id: 'c2' })
    await nextTick()
    expect(proof?.proof.value).toEqual([])
    await vi.advanceTimersByTimeAsync(0)
    expect([proof?.loaded.value, proof?.failed.value]).toEqual([false, true])
  })
})
