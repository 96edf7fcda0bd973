import { describe, expect, it } from 'vitest'

import { call } from '@/testing/samples'

import { screenOf, type Situation } from './screens'

const still: Situation = {
  call: null,
  online: true,
  asked: false,
  failure: null,
  withdrawn: false,
  ended: null,
  note: 'none',
}
const screen = (more: Partial<Situation>) => screenOf({ ...still, ...more })

describe('the screen', () => {
  it.each([
    ['idle', {}],
    ['asking', { asked: true }],
    ['held', { asked: true, online: false }],
    ['failed', { failure: 'EXPIRED' }],
    ['ringing', { call: call() }],
    ['talking', { call: call({ state: 'ACTIVE' }) }],
    ['thanks', { call: call({ state: 'ENDED' }) }],
    ['missed', { call: call({ state: 'MISSED' }) }],
    ['idle', { call: call({ state: 'CANCELLED' }) }],
    ['note', { call: call({ state: 'MISSED' }), note: 'writing' }],
    ['noted', { call: call({ state: 'MISSED' }), note: 'left' }],
  ] as const)('is %s for %o', (name, situation) => {
    expect(screen(situation)).toBe(name)
  })

  it('stays the call’s own while the connection is gone', () => {
    expect(screen({ call: call(), online: false })).toBe('ringing')
    expect(screen({ call: call({ state: 'ACTIVE' }), online: false })).toBe('talking')
  })

  it('is the talk as soon as a guide answers, whatever was being written or taken back', () => {
    const active = call({ state: 'ACTIVE' })
    expect(screen({ call: active, note: 'writing' })).toBe('talking')
    expect(screen({ call: active, note: 'left' })).toBe('talking')
    expect(screen({ call: active, withdrawn: true })).toBe('talking')
  })

  it('stays the talk while another guide is called instead of a lost one', () => {
    const again = call({ guide: { username: 'seoul.guide1', displayName: '하늘' }, version: 5 })
    expect(screen({ call: again })).toBe('talking')
    expect(screen({ call: again, online: false })).toBe('talking')
    expect(screen({ call: { ...again, state: 'MISSED' } })).toBe('missed')
    expect(screen({ call: again, ended: { id: again.id, thanked: true } })).toBe('idle')
  })

  it('is at rest once the visitor took the press back, before the server knows', () => {
    expect(screen({ call: call(), withdrawn: true })).toBe('idle')
  })

  it('never shows a talk again that was ended here without a connection', () => {
    const active = call({ state: 'ACTIVE' })
    expect(screen({ call: active, ended: { id: active.id, thanked: false } })).toBe('thanks')
    expect(screen({ call: active, ended: { id: active.id, thanked: true } })).toBe('idle')
  })
  it('is the next visitor’s as soon as the last one’s thanks are gone', () => {
    const last = { call: call({ state: 'ACTIVE' }), ended: { id: 'c1', thanked: true } }
    expect(screen({ ...last, asked: true })).toBe('asking')
    expect(screen({ ...last, asked: true, online: false })).toBe('held')
    expect(screen({ ...last, failure: 'EXPIRED' })).toBe('failed')
  })
})
