import { beforeEach, describe, expect, it } from 'vitest'

import { i18n } from '@/locales'
import { note } from '@/testing/samples'

import { filterNotes } from './noteFilters'
import { noteSender, noteText } from './noteText'

const from = { desk: { code: 'seoul-1', name: '동쪽 로비 1번' } }

beforeEach(() => {
  i18n.global.locale.value = 'ko'
})

describe('a note says', () => {
  it.each([
    ['CALL', '동쪽 로비 1번에서 호출했습니다.'],
    ['MISSED', '동쪽 로비 1번의 호출을 아무도 받지 못했습니다.'],
    ['LEFT', '남긴 글: 휠체어가 필요합니다.'],
    ['TEXT', '휠체어가 필요합니다.'],
  ] as const)('by its kind %s: %s', (kind, words) => {
    expect(noteText(note({ kind, from, contents: '휠체어가 필요합니다.' }))).toBe(words)
  })

  it('the same in the reader’s language', () => {
    i18n.global.locale.value = 'en'
    expect(noteText(note({ kind: 'CALL', from }))).toBe('Called from 동쪽 로비 1번.')
  })

  it('that a talk was handed on and why, or that nobody took it over', () => {
    const handedOn = note({ kind: 'TRANSFER', contents: '일본어' })
    expect(noteText(handedOn)).toBe('대화를 넘겼습니다: 일본어')
    expect(noteText({ ...handedOn, from: null })).toBe('넘긴 대화를 아무도 이어받지 않아 돌아왔습니다.')
    i18n.global.locale.value = 'en'
    expect(noteText(handedOn)).toBe('Handed a talk on: 일본어')
    expect(noteText({ ...handedOn, from: null })).toContain('it is yours again')
  })

  it('who sent it', () => {
    expect([note(), note({ from }), note({ from: null })].map(noteSender)).toEqual([
      '가람',
      '동쪽 로비 1번',
      'Deskbell',
    ])
  })
})

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
