import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'

import type { Note, NoteEvent, NoteEventType, Outcome } from '@/api/types'
import { chooseLanguage, i18n } from '@/locales'
import { mountPage } from '@/testing/mountPage'
import { guideSession, note } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useNoteText } from './useNoteText'

const desk = { code: 'seoul-1', name: '동쪽 로비 1번' }
const region = { code: 'seoul', name: '서울' }
const at = '2026-11-22T09:05:00.000Z'
const guide = { username: 'seoul.guide2', displayName: '가람' }
const answered: Outcome = { state: 'ANSWERED', guide, at }
const called = (more: Partial<Note> = {}) =>
  note({ kind: 'CALL', from: { desk }, to: { region: 'seoul' }, ...more })
const toAdmin = (more: Partial<Note> = {}) => called({ to: { username: 'admin' }, ...more })

function words(): ReturnType<typeof useNoteText> {
  let found: ReturnType<typeof useNoteText> | undefined
  const reader = defineComponent(() => {
    found = useNoteText()
    return () => h('div')
  })
  mountPage(reader)
  return found as ReturnType<typeof useNoteText>
}

const textOf = (one: Note) => words().textOf(one)

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-11-22T09:30:00.000Z') })
  signInAs(guideSession())
  await chooseLanguage('ko', { keep: false })
})

const time = () =>
  new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at))

describe('the note of a call', () => {
  it('says the desk’s name once', () => {
    for (const one of [called(), toAdmin(), called({ kind: 'MISSED' }), called({ outcome: answered })]) {
      expect([words().senderOf(one), textOf(one)].join(' ').split(desk.name)).toHaveLength(2)
    }
  })

  it('tells how it ended, and when, in the reader’s language', async () => {
    expect(textOf(called())).toBe('호출했습니다.')
    expect(textOf(called({ outcome: answered }))).toBe(`호출했습니다. ${time()}에 가람 님이 받았습니다.`)
    await chooseLanguage('en', { keep: false })
    expect(textOf(called({ outcome: answered }))).toBe(`Called. 가람 answered at ${time()}.`)
    expect(textOf(called({ outcome: { ...answered, guide: guideSession() } }))).toBe(
      `Called. You answered at ${time()}.`,
    )
    expect(textOf(called({ outcome: { state: 'MISSED', guide: null, at } }))).toBe('Called. Nobody answered.')
    expect(textOf(called({ times: 4, outcome: { state: 'CANCELLED', guide: null, at } }))).toBe(
      `Called 4 times. Cancelled by the visitor at ${time()}.`,
    )
    expect(textOf(called({ times: 2 }))).toBe('Called 2 times.')
  })

  it('tells an admin that nobody has answered only as long as that is so', async () => {
    await chooseLanguage('en', { keep: false })
    expect(textOf(toAdmin())).toBe('Nobody has answered the call yet.')
    expect(textOf(toAdmin({ outcome: answered }))).toBe(`Called. 가람 answered at ${time()}.`)
  })

  it('tells of which desk a conversation was transferred, why, and what became of it', async () => {
    await chooseLanguage('en', { keep: false })
    const event: NoteEvent = { type: 'CALL_HANDED_ON', desk, reason: 'Japanese' }
    const handedOn = note({ kind: 'TRANSFER', contents: 'Japanese', event })
    expect(textOf(handedOn)).toBe('Call transferred: 동쪽 로비 1번 (Japanese)')
    expect(textOf({ ...handedOn, outcome: { state: 'RETURNED', guide: null, at } })).toContain(
      'Nobody took it over.',
    )
    expect(textOf({ ...handedOn, from: null })).toContain('it is yours again')
    expect(textOf({ ...handedOn, event: null })).toBe('Call transferred: Japanese')
  })
})

describe('what Deskbell tells', () => {
  const told = (event: NoteEvent) => note({ from: null, contents: '두 말로 / in both', event })

  it('is worded in the reader’s language and zone', async () => {
    const silent = told({ type: 'DESK_SILENT', desk, region, at, timeZone: 'America/New_York' })
    expect(textOf(silent)).toContain(`${time()}부터`)
    await chooseLanguage('en', { keep: false })
    expect(textOf(silent)).toContain(`not been connected since ${time()}: 동쪽 로비 1번, 서울`)
    expect(textOf(silent)).not.toMatch(/\d{4}-\d\d|연결/)
    expect(textOf(told({ type: 'REGION_UNCOVERED', region }))).toContain('Nobody is on duty in 서울.')
  })

  it('counts and names what an inspection found', async () => {
    await chooseLanguage('en', { keep: false })
    const found = told({ type: 'INSPECTION_FOUND', count: 1, findings: [{ check: 'NEW', subject: 'c1' }] })
    expect(textOf(found)).toContain('1 thing ')
    expect(textOf(found)).toContain('\nNEW c1')
  })

  it.each<NoteEventType>([
    'CALL_RANG',
    'CALL_UNANSWERED',
    'CALL_MISSED',
    'CALL_HANDED_ON',
    'CALL_RETURNED',
    'DESK_SILENT',
    'DESK_BACK',
    'DESK_STUCK',
    'DEVICE_COPIED',
    'REGION_UNCOVERED',
    'INSPECTION_FOUND',
  ])('has words for %s', (type) => {
    expect(i18n.global.te(`notes.event.${type}`, 'ko')).toBe(true)
    expect(i18n.global.te(`notes.event.${type}`, 'en')).toBe(true)
  })

  it('is shown as it came where this page does not know it, or where nothing but the text was kept', () => {
    expect(textOf(told({ type: 'SOMETHING_NEW' } as unknown as NoteEvent))).toBe('두 말로 / in both')
    expect(textOf(note({ from: null, contents: '예전 글' }))).toBe('예전 글')
  })
})

it('leaves the words of people as they are', () => {
  expect(textOf(note({ contents: ' 3번 {desk} 출구' }))).toBe(' 3번 {desk} 출구')
  expect(textOf(called({ kind: 'LEFT', contents: '휠체어가 필요합니다.' }))).toBe(
    '남긴 글: 휠체어가 필요합니다.',
  )
})

it('says who sent it', () => {
  expect([note(), called(), note({ from: null })].map((each) => words().senderOf(each))).toEqual([
    '가람',
    '동쪽 로비 1번',
    'Deskbell',
  ])
})
