import { describe, expect, it } from 'vitest'

import { alert, call, callEvent, message } from '@/testing/samples'

import { timelineOf } from './timeline'

const at = (second: number) => `2026-11-22T10:48:${String(second).padStart(2, '0')}.000Z`
const names = (...of: Parameters<typeof timelineOf>) =>
  timelineOf(...of).map((moment) => (moment.kind === 'event' ? moment.event.kind : moment.key))

it('puts events and words on one line', () => {
  const over = call({
    state: 'ENDED',
    ringAt: at(0),
    acceptedAt: at(10),
    endedAt: at(40),
    rating: { stars: 5, comment: null },
  })
  const words = [message(1, { sendDate: at(12) }), message(2, { sendDate: at(30) })]
  expect(names(over, words)).toEqual([
    'RANG',
    'ALERTED',
    'ACCEPTED',
    'message-1',
    'message-2',
    'OVER',
    'RATED',
  ])
})

it('keeps the order of seq, whatever the clocks said', () => {
  const talking = call({ state: 'ACTIVE', ringAt: at(0), acceptedAt: at(10) })
  const words = [message(1, { sendDate: at(20) }), message(2, { sendDate: at(15) })]
  expect(names(talking, words).slice(-2)).toEqual(['message-1', 'message-2'])
})

it('says nothing of what has not happened', () => {
  expect(names(call({ alerts: { sent: 0, seen: 0 } }), [])).toEqual(['RANG'])
})

describe('a call whose events were kept', () => {
  const rang = callEvent('RANG', at(0))
  const taken = (second: number, who: string) =>
    callEvent('ACCEPTED', at(second), { username: who, displayName: who })

  it('tells each of them among its words, and who declined', () => {
    const record = {
      events: [
        rang,
        callEvent('REMINDED', at(20)),
        taken(30, 'a'),
        callEvent('GUIDE_LOST', at(40)),
        callEvent('ENDED', at(59)),
      ],
      alerts: [alert({ declinedAt: at(5), reason: '통화 중' }), alert()],
    }
    expect(names(call({ state: 'ENDED' }), [message(1, { sendDate: at(35) })], record)).toEqual([
      'RANG',
      'ALERTED',
      'DECLINED',
      'REMINDED',
      'ACCEPTED',
      'message-1',
      'GUIDE_LOST',
      'OVER',
    ])
  })

  it('tells the first who took it from those who took over', () => {
    const line = timelineOf(call(), [], { events: [rang, taken(3, 'a'), taken(9, 'b')], alerts: [] })
    const takers = line.flatMap((each) =>
      each.kind === 'event' && each.event.kind === 'ACCEPTED' ? [each.event] : [],
    )
    expect(takers.map(({ person, again }) => `${person?.displayName} ${again}`)).toEqual([
      'a false',
      'b true',
    ])
  })
})

it('shows an older call, of which no events were kept, as it is told by itself', () => {
  const missed = call({ state: 'MISSED', endedAt: at(59) })
  expect(names(missed, [], { events: [], alerts: [] })).toEqual(['RANG', 'ALERTED', 'MISSED'])
})
