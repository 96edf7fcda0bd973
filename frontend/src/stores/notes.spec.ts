import { beforeEach, describe, expect, it, vi } from 'vitest'

import * as api from '@/api/notes'
import { ApiProblem } from '@/api/problem'
import type { Notes } from '@/api/types'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { guideSession, note } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useNotesStore } from './notes'

vi.mock('@/api/notes')

beforeEach(() => {
  new FakeRealtimeClient()
  signInAs(guideSession())
})

it('shows the newest first', () => {
  const notes = useNotesStore()
  notes.receive(note({ id: 'old' }))
  notes.receive(note({ id: 'new', sendDate: '2026-11-22T10:00:00.000Z' }))
  expect(notes.items.map(({ id }) => id)).toEqual(['new', 'old'])
})

it('marks as read at once', async () => {
  vi.mocked(api.readNote).mockResolvedValue()
  const notes = useNotesStore()
  notes.receive(note())
  await notes.markRead('n1')
  await notes.markRead('n1')
  expect(notes.unread).toBe(0)
  expect(api.readNote).toHaveBeenCalledExactlyOnceWith('n1')
})

it('puts the mark back when the server could not be told', async () => {
  vi.mocked(api.readNote).mockRejectedValue(ApiProblem.unreachable())
  const notes = useNotesStore()
  notes.receive(note())
  await expect(notes.markRead('n1')).rejects.toBeInstanceOf(ApiProblem)
  expect(notes.unread).toBe(1)
  expect(notes.items[0]?.readAt).toBeNull()
})

it('marks all that was there when it was asked for, and leaves what arrived since', async () => {
  let answer = () => {}
  vi.mocked(api.readAllNotes).mockReturnValue(new Promise((resolve) => (answer = resolve)))
  const notes = useNotesStore()
  notes.receive(note({ id: 'old' }))
  const marking = notes.markAll()
  notes.receive(note({ id: 'new', sendDate: '2026-11-22T10:00:00.000Z' }))
  answer()
  await marking
  expect(notes.items.map(({ readAt }) => readAt === null)).toEqual([true, false])
  expect(notes.unread).toBe(1)
})

describe('a note that needs nobody any more', () => {
  const outcome = { state: 'ANSWERED', guide: null, at: '2026-11-22T09:01:00.000Z' } as const
  const settled = (id: string) => ({ type: 'SETTLED', id, callId: 'c1', outcome }) as const

  it('is read, tells how it ended, and counts no longer', () => {
    const notes = useNotesStore()
    notes.receive(note({ id: 'call', kind: 'CALL' }))
    notes.receive(note({ id: 'text' }))
    notes.settle(settled('call'))
    notes.settle(settled('call'))
    notes.settle(settled('unknown'))
    expect(notes.unread).toBe(1)
    const call = notes.items.find(({ id }) => id === 'call')
    expect([call?.readAt, call?.outcome?.state]).toEqual([outcome.at, 'ANSWERED'])
  })

  it('may come again whole, to a person', () => {
    const notes = useNotesStore()
    const open = note({ kind: 'CALL' })
    notes.receive(open)
    notes.receive({ ...open, outcome, readAt: outcome.at })
    notes.receive(open)
    expect(notes.unread).toBe(0)
    expect(notes.items[0]?.outcome?.state).toBe('ANSWERED')
  })

  it('is not unread because a page knew it so', async () => {
    const notes = useNotesStore()
    const open = note({ kind: 'CALL' })
    let answer: (page: Notes) => void = () => {}
    vi.mocked(api.fetchNotes).mockReturnValue(new Promise((resolve) => (answer = resolve)))
    notes.receive(open)
    const loading = notes.resync()
    notes.settle(settled('n1'))
    answer({ items: [open], next: null, unread: 1 })
    await loading
    expect(notes.unread).toBe(0)
    expect(notes.items[0]?.outcome?.state).toBe('ANSWERED')
  })

  it('leaves its place to the next of a desk that rings and cancels again', () => {
    const notes = useNotesStore()
    notes.receive(note({ id: 'first', kind: 'CALL' }))
    notes.settle(settled('first'))
    notes.receive(note({ id: 'second', kind: 'CALL', times: 2, replaces: 'first' }))
    expect(notes.items.map(({ id }) => id)).toEqual(['second'])
    expect(notes.unread).toBe(1)
  })
})

describe('a resync', () => {
  const page = (ids: string[], unread: number, next: string | null = null) => ({
    items: ids.map((id) => note({ id })),
    next,
    unread,
  })

  it('counts what arrived while the page was on its way', async () => {
    const notes = useNotesStore()
    let answer: (page: Notes) => void = () => {}
    vi.mocked(api.fetchNotes).mockReturnValue(new Promise((resolve) => (answer = resolve)))
    const loading = notes.resync()
    notes.receive(note({ id: 'live' }))
    answer(page(['old'], 1))
    await loading
    expect(notes.unread).toBe(2)
  })

  it('leaves no hole after a long absence', async () => {
    const notes = useNotesStore()
    vi.mocked(api.fetchNotes).mockResolvedValueOnce(page(['n2', 'n1'], 2, 'before n1'))
    await notes.resync()
    vi.mocked(api.fetchNotes).mockResolvedValueOnce(page(['n9', 'n8'], 9, 'before n8'))
    await notes.resync()
    expect(notes.next).toBe('before n8')
    vi.mocked(api.fetchNotes).mockResolvedValueOnce(page(['n9', 'n8'], 9, 'before n8 again'))
    await notes.resync()
    expect(notes.next).toBe('before n8')
  })
})
