import { describe, expect, it } from 'vitest'

import { note } from '@/testing/samples'

import { filterNotes } from './noteFilters'

describe('a filter', () => {
  const notes = [
    note({ id: 'text' }),
    note({ id: 'missed', kind: 'MISSED', readAt: '2026-11-22T10:00:00.000Z' }),
    note({ id: 'left', kind: 'LEFT' }),
    note({ id: 'call', kind: 'CALL', readAt: '2026-11-22T10:00:00.000Z' }),
  ]

  it.each([
    ['all', ['text', 'missed', 'left', 'call']],
    ['unread', ['text', 'left']],
    ['missed', ['missed', 'left']],
    ['colleagues', ['text']],
  ] as const)('%s', (filter, ids) => {
    expect(filterNotes(notes, filter, new Set()).map(({ id }) => id)).toEqual(ids)
  })

  it('does not take away what is being read', () => {
    expect(filterNotes(notes, 'unread', new Set(['call'])).map(({ id }) => id)).toContain('call')
  })
})
