import { beforeEach, describe, expect, it, vi } from 'vitest'

import * as api from '@/api/calls'
import { ApiProblem } from '@/api/problem'
import { gapAfter, mergeMessages } from '@/domain/chatRoom'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { guideSession, message } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useChatStore } from './chat'

vi.mock('@/api/calls')

let client: FakeRealtimeClient
const fetchAll = vi.mocked(api.fetchAllMessages)
const me = { username: 'seoul.guide1' }

beforeEach(() => {
  client = new FakeRealtimeClient()
  signInAs(guideSession())
  fetchAll.mockReset().mockResolvedValue({ items: [], read: {} })
})

interface SentMessage {
  clientId: string
  contents: string
}
const sentMessages = () => client.sentTo('/app/calls.c1.messages') as SentMessage[]
const seqs = () =>
  useChatStore()
    .lines('c1')
    .map((line) => line.seq)

describe('merging', () => {
  it('keeps each seq once and in order', () => {
    const merged = mergeMessages([message(1), message(3)], [message(2), message(3)])
    expect(merged.map(({ seq }) => seq)).toEqual([1, 2, 3])
  })

  it.each([
    [[1, 2, 3], undefined],
    [[1, 3], 1],
    [[2], 0],
    [[], undefined],
  ])('finds the gap in %j', (known, gap) => {
    expect(gapAfter(known.map((seq) => message(seq)))).toBe(gap)
  })
})

it('fetches what is missing when a message skips ahead', async () => {
  const chat = useChatStore()
  chat.receive(message(1))
  expect(fetchAll).not.toHaveBeenCalled()
  fetchAll.mockResolvedValue({ items: [message(2), message(3)], read: {} })
  chat.receive(message(3))
  expect(fetchAll).toHaveBeenCalledExactlyOnceWith('c1', 1, expect.anything())
  await vi.waitFor(() => expect(seqs()).toEqual([1, 2, 3]))
})

describe('a gap', () => {
  const answers = (...all: number[][]) => {
    for (const each of all)
      fetchAll.mockResolvedValueOnce({ items: each.map((seq) => message(seq)), read: {} })
  }

  it('that is left by an answer older than the news is fetched again', async () => {
    vi.useFakeTimers()
    const chat = useChatStore()
    answers([1, 2], [3, 4])
    const loading = chat.load('c1')
    chat.receive(message(4))
    await loading
    expect(fetchAll.mock.calls.map(([, after]) => after)).toEqual([0, 2])
    expect(seqs()).toEqual([1, 2, 3, 4])
  })

  it('is fetched until it is closed, however often that fails', async () => {
    vi.useFakeTimers()
    const chat = useChatStore()
    answers([1])
    await chat.load('c1')
    fetchAll.mockRejectedValueOnce(ApiProblem.unreachable()).mockRejectedValueOnce(ApiProblem.unreachable())
    chat.receive(message(3))
    answers([2, 3])
    await vi.advanceTimersByTimeAsync(3_000)
    expect(seqs()).toEqual([1, 2, 3])
    expect(chat.rooms.get('c1')?.failed).toBe(false)
  })

  it('of a call that is no longer ours is given up', async () => {
    vi.useFakeTimers()
    fetchAll.mockRejectedValue(new ApiProblem({ code: 'NOT_FOUND', status: 404 }))
    useChatStore().receive(message(3))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(fetchAll).toHaveBeenCalledOnce()
  })

  it('does not wait for an answer that is lost with the connection', async () => {
    const chat = useChatStore()
    fetchAll.mockReturnValueOnce(new Promise(() => {}))
    void chat.load('c1')
    answers([1, 2])
    await chat.resync()
    expect(seqs()).toEqual([1, 2])
  })
})

describe('our own message', () => {
  it('is shown at once and takes its place when its copy comes', () => {
    const chat = useChatStore()
    chat.send('c1', '  hello ')
    const [sent] = sentMessages()
    expect(sent?.contents).toBe('hello')
    expect(chat.lines('c1')).toMatchObject([
      { seq: null, own: true, delivery: 'sending', key: sent?.clientId },
    ])
    chat.receive(message(1, { ...me, clientId: sent?.clientId ?? '' }))
    expect(chat.lines('c1')).toMatchObject([{ seq: 1, own: true, delivery: 'sent', key: sent?.clientId }])
  })

  it('is read when the other side says so', () => {
    const chat = useChatStore()
    chat.receive(message(1, me))
    chat.signal({ type: 'READ', callId: 'c1', username: 'desk:seoul-1', seq: 1 })
    expect(chat.lines('c1')[0]?.delivery).toBe('read')
  })

  it('is not sent when it is empty', () => {
    useChatStore().send('c1', ' \n ')
    expect(client.sent).toEqual([])
  })

  it('goes out after a reconnect', async () => {
    const chat = useChatStore()
    client.close()
    chat.send('c1', 'later')
    client.open()
    await chat.resync()
    expect(sentMessages().map(({ contents }) => contents)).toEqual(['later'])
  })
})

describe('reading', () => {
  it('is told once for the newest', () => {
    const chat = useChatStore()
    chat.receive(message(1))
    chat.receive(message(2))
    expect(chat.unread('c1')).toBe(2)
    chat.markRead('c1')
    chat.markRead('c1')
    expect(client.sentTo('/app/calls.c1.read')).toEqual([{ seq: 2 }])
    expect(chat.unread('c1')).toBe(0)
  })

  it('begins where it was left on another screen', async () => {
    fetchAll.mockResolvedValue({ items: [message(1), message(2)], read: { 'seoul.guide1': 1 } })
    const chat = useChatStore()
    await chat.load('c1')
    expect(chat.unread('c1')).toBe(1)
  })
})

describe('typing', () => {
  it('is told at most every three seconds', () => {
    vi.useFakeTimers()
    const chat = useChatStore()
    chat.type('c1')
    chat.type('c1')
    vi.advanceTimersByTime(3_000)
    chat.type('c1')
    expect(client.sentTo('/app/calls.c1.typing')).toEqual([{ typing: true }, { typing: true }])
  })

  it('of the other side runs out by itself and ends with their message', () => {
    vi.useFakeTimers()
    const chat = useChatStore()
    const typing = { type: 'TYPING', callId: 'c1', username: 'desk:seoul-1', typing: true } as const
    chat.receive(message(1))
    chat.signal(typing)
    expect(chat.rooms.get('c1')?.typing).toBe('desk:seoul-1')
    vi.advanceTimersByTime(6_000)
    expect(chat.rooms.get('c1')?.typing).toBeNull()
    chat.signal(typing)
    chat.receive(message(2))
    expect(chat.rooms.get('c1')?.typing).toBeNull()
  })
})

it('does not let a forgotten chat come back', async () => {
  const chat = useChatStore()
  let answer: (value: Awaited<ReturnType<typeof api.fetchAllMessages>>) => void = () => {}
  fetchAll.mockReturnValue(new Promise((resolve) => (answer = resolve)))
  const loading = chat.load('c1')
  chat.forget('c1')
  answer({ items: [message(1)], read: {} })
  await loading
  chat.receive(message(2))
  expect(chat.lines('c1')).toEqual([])
  expect(chat.rooms.size).toBe(0)
})
