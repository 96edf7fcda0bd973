import { describe, expect, it } from 'vitest'

import { periodOf } from './period'
import { addDays, dayIn, startOfDay } from './zone'

const none = { period: '', from: '', to: '', bucket: '' }
const now = Date.parse('2026-11-23T16:00:00Z')

describe('the first instant of a day', () => {
  it.each([
    ['Asia/Seoul', '2026-11-23', '2026-11-22T15:00:00.000Z'],
    ['America/New_York', '2025-11-02', '2025-11-02T04:00:00.000Z'],
    ['America/New_York', '2025-11-03', '2025-11-03T05:00:00.000Z'],
    ['Europe/Berlin', '2025-03-30', '2025-03-29T23:00:00.000Z'],
    ['Australia/Lord_Howe', '2025-04-07', '2025-04-06T13:30:00.000Z'],
    // The clock is put forward at midnight: the day begins at one.
    ['Africa/Cairo', '2025-04-25', '2025-04-24T22:00:00.000Z'],
    // It is put back over midnight, which comes twice.
    ['America/Havana', '2025-11-02', '2025-11-02T04:00:00.000Z'],
    ['UTC', '2026-01-01', '2026-01-01T00:00:00.000Z'],
  ])('in %s, %s', (zone, day, start) => {
    expect(new Date(startOfDay(zone, day)).toISOString()).toBe(start)
  })

  it('is found again for every day of a year', () => {
    for (const zone of [
      'America/New_York',
      'Europe/Berlin',
      'Asia/Seoul',
      'Australia/Lord_Howe',
      'Africa/Cairo',
    ]) {
      for (let day = '2025-01-01'; day < '2026-01-01'; day = addDays(day, 1)) {
        const start = startOfDay(zone, day)
        expect([dayIn(zone, start), dayIn(zone, start - 1)]).toEqual([day, addDays(day, -1)])
      }
    }
  })
})

describe('the period', () => {
  it('is the last seven days where nothing is said, today by the clock of the zone', () => {
    expect(periodOf(none, 'Asia/Seoul', now)).toMatchObject({
      first: '2026-11-18',
      last: '2026-11-24',
      from: '2026-11-17T15:00:00.000Z',
      to: '2026-11-24T15:00:00.000Z',
      bucket: 'day',
      preset: '7',
    })
    expect(periodOf(none, 'UTC', now).last).toBe('2026-11-23')
  })

  it('is by hours where it is short, or where that is wanted', () => {
    expect(periodOf({ ...none, period: '1' }, 'UTC', now).bucket).toBe('hour')
    expect(periodOf({ ...none, period: '28', bucket: 'hour' }, 'UTC', now).bucket).toBe('hour')
    expect(periodOf({ ...none, period: '1', bucket: 'day' }, 'UTC', now).bucket).toBe('day')
  })

  it('is never by hours where those would be too many', () => {
    const years = periodOf({ ...none, from: '2024-01-01', bucket: 'hour' }, 'UTC', now)
    expect([years.bucket, years.mayBeHours]).toEqual(['day', false])
  })

  it('takes days of one’s own, also the wrong way round or with one end', () => {
    expect(periodOf({ ...none, from: '2026-11-05', to: '2026-11-01' }, 'UTC', now)).toMatchObject({
      first: '2026-11-01',
      last: '2026-11-05',
      to: '2026-11-06T00:00:00.000Z',
      preset: '',
    })
    expect(periodOf({ ...none, to: '2026-11-10' }, 'UTC', now).first).toBe('2026-11-04')
  })

  it('is the usual one where the address names none that there is', () => {
    expect(periodOf({ ...none, period: '99' }, 'UTC', now).preset).toBe('7')
  })
})
