import { beforeEach, describe, expect, it, vi } from 'vitest'

import { adjustServerClock } from '@/api/serverClock'

import { Outbox } from './outbox'
import { MemoryStorage, openOutboxStorage, type OutboxStorage, type OutgoingMessage } from './outboxStorage'

let online = true
let sent: string[] = []
let shown: readonly OutgoingMessage[] = []
let ids = 0
const doubt = vi.fn()

function outboxOn(storage: OutboxStorage | Promise<OutboxStorage> = new MemoryStorage()): Outbox {
  const send = (_callId: string, { contents }: { contents: string }) => {
    if (online) sent.push(contents)
    return online
  }
  return new Outbox(
    Promise.resolve(storage),
    { send, doubt },
    (messages) => (shown = messages),
    () => `id-${++ids}`,
  )
}

const states = () => shown.map((each) => [each.contents, each.state])
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

/** The server takes whatever is on its way, one after the other. */
function takeAll(outbox: Outbox): void {
  for (let next = shown.find(isSending); next; next = shown.find(isSending)) outbox.acknowledge(next.clientId)
}
const isSending = (each: OutgoingMessage) => each.state === 'sending'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  vi.spyOn(Math, 'random').mockReturnValue(1)
  doubt.mockReset()
  online = true
  sent = []
  shown = []
  ids = 0
})

describe('a message', () => {
  it('stays until its acknowledgement comes', () => {
    const outbox = outboxOn()
    const { clientId } = outbox.add('c1', 'hello')
    expect(sent).toEqual(['hello'])
    expect(states()).toEqual([['hello', 'sending']])
    outbox.acknowledge(clientId)
    expect(shown).toEqual([])
  })

  it('waits for the one before it in its call', () => {
    const outbox = outboxOn()
    const { clientId } = outbox.add('c1', 'one')
    outbox.add('c1', 'two')
    outbox.add('c2', 'elsewhere')
    expect(sent).toEqual(['one', 'elsewhere'])
    outbox.acknowledge(clientId)
    expect(sent).toEqual(['one', 'elsewhere', 'two'])
  })

  it('written offline is sent in order on reconnect', () => {
    const outbox = outboxOn()
    online = false
    outbox.add('c1', 'one')
    outbox.add('c1', 'two')
    expect(sent).toEqual([])
    online = true
    outbox.flush()
    takeAll(outbox)
    expect(sent).toEqual(['one', 'two'])
  })

  it('without an acknowledgement is sent again, ever more seldom, and the socket is doubted', async () => {
    const outbox = outboxOn()
    const { clientId } = outbox.add('c1', 'hello')
    await pass(5_000)
    expect(sent).toHaveLength(2)
    expect(doubt).toHaveBeenCalledOnce()
    await pass(9_999)
    expect(sent).toHaveLength(2)
    await pass(1)
    expect(sent).toHaveLength(3)
    outbox.acknowledge(clientId)
    await pass(120_000)
    expect(sent).toHaveLength(3)
  })

  it.each(['UNAVAILABLE', 'RATE_LIMITED'] as const)('refused as %s is sent again, in order', async (code) => {
    const outbox = outboxOn()
    const { clientId } = outbox.add('c1', 'one')
    outbox.add('c1', 'two')
    outbox.refuse(clientId, code)
    expect(states()).toEqual([
      ['one', 'sending'],
      ['two', 'sending'],
    ])
    await pass(1_000)
    outbox.refuse(clientId, code)
    await pass(1_999)
    expect(sent).toEqual(['one', 'one'])
    await pass(1)
    takeAll(outbox)
    expect(sent).toEqual(['one', 'one', 'one', 'two'])
    expect(doubt).not.toHaveBeenCalled()
  })

  it('that is refused for good has failed, lets the next one pass, and can be tried again', () => {
    const outbox = outboxOn()
    const { clientId } = outbox.add('c1', 'hello')
    outbox.add('c1', 'next')
    expect(outbox.refuse(clientId, 'INVALID_MESSAGE')).toBe(true)
    expect(shown[0]).toMatchObject({ state: 'failed', code: 'INVALID_MESSAGE' })
    takeAll(outbox)
    outbox.flush()
    expect(sent).toEqual(['hello', 'next'])
    outbox.retry(clientId)
    expect(sent).toEqual(['hello', 'next', 'hello'])
    expect(states()).toEqual([['hello', 'sending']])
  })
})

it('does not take a refusal of something else for its own', () => {
  expect(outboxOn().refuse('c1', 'CALL_TAKEN')).toBe(false)
})

it('stays in its order over a reload, and is dated rightly, where the clock is put back', async () => {
  const storage = new MemoryStorage()
  const before = outboxOn(storage)
  await before.restore('anna')
  const now = Date.now()
  adjustServerClock(now, performance.now())
  before.add('c1', 'one')
  vi.setSystemTime(now - 3_600_000)
  before.add('c1', 'two')
  const after = outboxOn(storage)
  await after.restore('anna')
  expect(states().map(([contents]) => contents)).toEqual(['one', 'two'])
  for (const { createdAt } of shown) expect(Math.abs(createdAt - now)).toBeLessThan(60_000)
})

describe('on disk', () => {
  beforeEach(() => vi.useRealTimers())

  it('survives a reload, but only for its owner', async () => {
    const storage = await openOutboxStorage('reload')
    const before = outboxOn(storage)
    online = false
    await before.restore('anna')
    before.add('c1', 'one')
    before.add('c1', 'two')

    online = true
    const after = outboxOn(storage)
    await after.restore('anna')
    after.flush()
    takeAll(after)
    expect(sent).toEqual(['one', 'two'])
    await vi.waitFor(async () => expect(await storage.all('anna')).toEqual([]))
  })

  it('keeps nothing of whoever used this browser before', async () => {
    const storage = await openOutboxStorage('others')
    const before = outboxOn(storage)
    await before.restore('anna')
    before.add('c1', 'hers')
    await vi.waitFor(async () => expect(await storage.all('anna')).toHaveLength(1))

    await outboxOn(storage).restore('berta')
    expect(shown).toEqual([])
    expect(await storage.all('anna')).toEqual([])
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

  it.each([
    ['is missing', undefined],
    ['is refused', { open: () => expect.fail('refused') }],
  ])('works in memory where the database %s', async (_how, database) => {
    vi.stubGlobal('indexedDB', database)
    const outbox = outboxOn(openOutboxStorage('none'))
    await outbox.restore('anna')
    outbox.add('c1', 'hello')
    takeAll(outbox)
    expect(sent).toEqual(['hello'])
    expect(shown).toEqual([])
  })
})

it('does not wait for ever for a database that never opens', async () => {
  const restored = vi.fn()
  void outboxOn(new Promise(() => {}))
    .restore('anna')
    .then(restored)
  await pass(2_000)
  expect(restored).toHaveBeenCalledOnce()
})
