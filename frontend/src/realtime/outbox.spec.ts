import { beforeEach, describe, expect, it, vi } from 'vitest'

import { Outbox } from './outbox'
import { MemoryStorage, openOutboxStorage, type OutboxStorage, type OutgoingMessage } from './outboxStorage'

let online = true
let sent: string[] = []
let shown: readonly OutgoingMessage[] = []
let ids = 0

function outboxOn(storage: OutboxStorage): Outbox {
  return new Outbox(
    Promise.resolve(storage),
    (_callId, { contents }) => {
      if (online) sent.push(contents)
      return online
    },
    (messages) => (shown = messages),
    () => `id-${++ids}`,
  )
}

const states = () => shown.map((each) => [each.contents, each.state])

beforeEach(() => {
  online = true
  sent = []
  shown = []
  ids = 0
})

describe('a message', () => {
  it('stays until its acknowledgement comes', () => {
    const outbox = outboxOn(new MemoryStorage())
    const { clientId } = outbox.add('c1', 'hello')
    expect(sent).toEqual(['hello'])
    expect(states()).toEqual([['hello', 'sending']])
    outbox.acknowledge(clientId)
    expect(shown).toEqual([])
  })

  it('written offline is sent in order on reconnect', () => {
    const outbox = outboxOn(new MemoryStorage())
    online = false
    outbox.add('c1', 'one')
    outbox.add('c1', 'two')
    expect(sent).toEqual([])
    online = true
    outbox.flush()
    expect(sent).toEqual(['one', 'two'])
  })

  it('without an acknowledgement is sent again after fifteen seconds', () => {
    vi.useFakeTimers()
    const outbox = outboxOn(new MemoryStorage())
    const { clientId } = outbox.add('c1', 'hello')
    vi.advanceTimersByTime(15_000)
    expect(sent).toEqual(['hello', 'hello'])
    outbox.acknowledge(clientId)
    vi.advanceTimersByTime(60_000)
    expect(sent).toHaveLength(2)
  })

  it('that is refused has failed until it is tried again', () => {
    const outbox = outboxOn(new MemoryStorage())
    const { clientId } = outbox.add('c1', 'hello')
    expect(outbox.refuse(clientId, 'RATE_LIMITED')).toBe(true)
    expect(shown[0]).toMatchObject({ state: 'failed', code: 'RATE_LIMITED' })
    outbox.flush()
    expect(sent).toHaveLength(1)
    outbox.retry(clientId)
    expect(sent).toHaveLength(2)
    expect(states()).toEqual([['hello', 'sending']])
  })

  it('stays on its way when the server is only busy', () => {
    const outbox = outboxOn(new MemoryStorage())
    const { clientId } = outbox.add('c1', 'hello')
    outbox.refuse(clientId, 'UNAVAILABLE')
    expect(states()).toEqual([['hello', 'sending']])
  })
})

it('does not take a refusal of something else for its own', () => {
  expect(outboxOn(new MemoryStorage()).refuse('c1', 'CALL_TAKEN')).toBe(false)
})

it('survives a reload, but only for its owner', async () => {
  const storage = await openOutboxStorage('reload')
  const before = outboxOn(storage)
  online = false
  await before.restore('anna')
  before.add('c1', 'one')
  before.add('c1', 'two')

  await outboxOn(storage).restore('berta')
  expect(shown).toEqual([])

  online = true
  const after = outboxOn(storage)
  await after.restore('anna')
  after.flush()
  expect(sent).toEqual(['one', 'two'])
})

it('leaves nothing of a call that is cleared', async () => {
  const storage = await openOutboxStorage('cleared')
  const outbox = outboxOn(storage)
  await outbox.restore('desk:seoul-1')
  outbox.add('c1', 'secret')
  outbox.add('c2', 'other')
  outbox.clear('c1')
  expect(states()).toEqual([['other', 'sending']])
  await vi.waitFor(async () => {
    expect((await storage.all('desk:seoul-1')).map((each) => each.contents)).toEqual(['other'])
  })
})
