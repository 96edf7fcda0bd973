import { expect, it } from 'vitest'

import { call, message } from '@/testing/samples'

import { timelineOf } from './timeline'

const at = (second: number) => `2026-11-22T10:48:${String(second).padStart(2, '0')}.000Z`
const keys = (...of: Parameters<typeof timelineOf>) => timelineOf(...of).map((moment) => moment.key)

it('puts events and words on one line', () => {
  const over = call({
    state: 'ENDED',
    ringAt: at(0),
    acceptedAt: at(10),
    endedAt: at(40),
    rating: { stars: 5, comment: null },
  })
  const words = [message(1, { sendDate: at(12) }), message(2, { sendDate: at(30) })]
  expect(keys(over, words)).toEqual([
    'rang',
    'alerted',
    'accepted',
    'message-1',
    'message-2',
    'over',
    'rated',
  ])
})

it('keeps the order of seq, whatever the clocks said', () => {
  const talking = call({ state: 'ACTIVE', ringAt: at(0), acceptedAt: at(10) })
  const words = [message(1, { sendDate: at(20) }), message(2, { sendDate: at(15) })]
  expect(keys(talking, words).slice(-2)).toEqual(['message-1', 'message-2'])
})

it('says nothing of what has not happened', () => {
  expect(keys(call({ alerts: { sent: 0, seen: 0 } }), [])).toEqual(['rang'])
})
