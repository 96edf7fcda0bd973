import { expect, it } from 'vitest'

import { alert, callEvent } from '@/testing/samples'

import { outcomeOf } from './callRecord'

const at = '2026-11-22T10:48:09.000Z'

it('says the most that is known of an alert', () => {
  const took = callEvent('ACCEPTED', at, { username: 'seoul.guide1', displayName: '하늘' })
  expect(outcomeOf(alert(), [])).toBe('sent')
  expect(outcomeOf(alert({ seenAt: at, audible: true }), [])).toBe('seen')
  expect(outcomeOf(alert({ seenAt: at, declinedAt: at }), [])).toBe('declined')
  expect(outcomeOf(alert({ username: 'seoul.guide1', seenAt: at }), [took])).toBe('accepted')
  expect(outcomeOf(alert({ username: 'seoul.guide2' }), [took])).toBe('sent')
})
