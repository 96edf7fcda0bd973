import { describe, expect, it } from 'vitest'

import { readFilters, toInstants, writeFilters } from './queryFilters'

const names = ['q', 'region', 'from', 'to'] as const

describe('the filters in an address', () => {
  it('come out as they went in', () => {
    const filters = { q: '휠체어 & 대여', region: 'busan', from: '2026-11-01', to: '2026-11-23' }
    expect(readFilters(names, writeFilters(filters) as Record<string, string>)).toEqual(filters)
  })

  it('leave out what does not filter', () => {
    expect(writeFilters({ q: '', region: 'busan', from: '' })).toEqual({ region: 'busan' })
  })

  it('are empty where the address says nothing, twice, or no day of the calendar', () => {
    expect(readFilters(names, { q: ['one', 'two'], from: '2026-02-30', to: 'soon' })).toEqual({
      q: 'one',
      region: '',
      from: '',
      to: '',
    })
  })
})

describe('the days of a period', () => {
  it('begin and end in the zone of the reader, the last one included', () => {
    const { from, to } = toInstants({ from: '2026-11-23', to: '2026-11-23' })
    expect(from).toBe(new Date(2026, 10, 23).toISOString())
    expect(to).toBe(new Date(2026, 10, 24).toISOString())
  })

  it('may be open on either side', () => {
    expect(toInstants({ from: '', to: '' })).toEqual({})
    expect(toInstants({ from: '', to: '2026-12-31' })).toEqual({ to: new Date(2027, 0, 1).toISOString() })
  })

  it('may be instants, as in a link from the statistics', () => {
    const query = { from: '2026-11-22T15:00:00.000Z', to: '2026-11-23T15:00:00.000Z' }
    expect(toInstants(readFilters(['from', 'to'], query))).toEqual(query)
    expect(readFilters(['from', 'to'], { from: '2026-11-22T25:00:00Z', to: '2026-11-23T15:00' })).toEqual({
      from: '',
      to: '',
    })
  })
})
