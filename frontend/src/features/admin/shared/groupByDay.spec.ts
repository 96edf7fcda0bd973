import { expect, it } from 'vitest'

import { groupByDay } from './groupByDay'

const at = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString()

it('groups by the calendar days of the reader, in the order given', () => {
  const days = groupByDay([at(23, 9), at(23, 0), at(22, 23), at(20, 12)], (each) => each)
  expect(days.map((day) => day.items.length)).toEqual([2, 1, 1])
  expect(days[1]?.at).toBe(at(22, 23))
})

it('has no day without an item', () => {
  expect(groupByDay([], String)).toEqual([])
})
