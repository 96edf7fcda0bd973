import { describe, expect, it } from 'vitest'

import type { OpeningHours } from '@/api/types'

import { areValidHours, withSameHoursEveryDay, normalizeTime, summarizeHours, withDay } from './hours'

const monday = (from: string, to: string): OpeningHours => ({ day: 'MON', from, to })

describe('a time', () => {
  it.each([
    ['9', '09:00'],
    ['930', '09:30'],
    ['9:05', '09:05'],
    ['2400', '24:00'],
    ['noon', 'noon'],
  ])('typed as %s is %s', (typed, time) => expect(normalizeTime(typed)).toBe(time))
})

describe('opening hours', () => {
  it('are right when always open, or each span ends after it begins', () => {
    expect(areValidHours(null)).toBe(true)
    expect(areValidHours([monday('09:00', '12:00'), monday('13:00', '24:00')])).toBe(true)
  })

  it.each([
    ['never open', []],
    ['ending first', [monday('18:00', '09:00')]],
    ['no time', [monday('9', '18:00')]],
    ['overlapping', [monday('13:00', '18:00'), monday('09:00', '14:00')]],
  ])('are wrong when %s', (_, hours) => expect(areValidHours(hours)).toBe(false))

  it('keep the order of the week', () => {
    const tuesday = { day: 'TUE' as const, from: '10:00', to: '11:00' }
    expect(withDay([tuesday], 'MON', [monday('09:00', '10:00')])).toEqual([monday('09:00', '10:00'), tuesday])
  })

  it('can be the same every day', () => {
    expect(summarizeHours(withSameHoursEveryDay([monday('09:00', '18:00')], 'MON'))).toEqual([
      { first: 'MON', last: 'SUN', times: '09:00–18:00' },
    ])
  })

  it('are told by neighbouring days, closed ones left out', () => {
    const hours = ['MON', 'TUE', 'THU'].map((day) => ({ ...monday('09:00', '18:00'), day })) as OpeningHours[]
    expect(summarizeHours(hours)).toEqual([
      { first: 'MON', last: 'TUE', times: '09:00–18:00' },
      { first: 'THU', last: 'THU', times: '09:00–18:00' },
    ])
  })
})
