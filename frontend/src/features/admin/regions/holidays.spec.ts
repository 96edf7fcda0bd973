import { describe, expect, it } from 'vitest'

import { areValidHolidays, isDate, withHoliday } from './holidays'

describe('a holiday', () => {
  it.each([
    ['2027-01-01', true],
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['0202-01-01', false],
    ['', false],
    ['2027-1-1', false],
  ])('%s is a day: %s', (text, is) => expect(isDate(text)).toBe(is))

  it('stands in its place of the calendar, once', () => {
    expect(withHoliday(['2027-02-06', '2027-05-05'], '2027-03-01')).toEqual([
      '2027-02-06',
      '2027-03-01',
      '2027-05-05',
    ])
    expect(withHoliday(['2027-01-01'], '2027-01-01')).toEqual(['2027-01-01'])
  })
})

it('has two hundred at most', () => {
  expect(areValidHolidays(Array.from({ length: 200 }, () => '2027-01-01'))).toBe(true)
  expect(areValidHolidays(Array.from({ length: 201 }, () => '2027-01-01'))).toBe(false)
})
