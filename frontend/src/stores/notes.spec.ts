import { beforeEach, expect, it, vi } from 'vitest'

import * as api from '@/api/notes'
import { ApiProblem } from '@/api/problem'
import { FakeLink } from '@/testing/fakeLink'
import { guideSession, note } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useNotesStore } from './notes'

vi.mock('@/api/notes')

beforeEach(() => {
  new FakeLink()
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
