import { beforeEach, describe, expect, it, vi } from 'vitest'

import { FakeLines, pass } from '../testing/fakeLines'

let lines: FakeLines

beforeEach(() => {
  vi.useFakeTimers()
  lines = new FakeLines()
})

describe('a line that has fallen silent', () => {
  it('is dropped within thirty seconds', async () => {
    await lines.connect()
    const silent = lines.newest
    await pass(24_000)
    expect(silent.probes).toHaveLength(1)
    expect(silent.dropped).toBe(true)
    expect(lines.connection.state).toBe('connecting')
    await pass(1_000)
    expect(lines.opened).toHaveLength(2)
  })

  it.each([3_600_000, -3_600_000])('is dropped in its time where the clock is set by %d ms', async (by) => {
    await lines.connect()
    const silent = lines.newest
    await pass(4_000)
    vi.setSystemTime(Date.now() + by)
    await pass(14_000)
    expect(silent.dropped).toBe(false)
    await pass(6_000)
    expect(silent.dropped).toBe(true)
  })

  it('is dropped four seconds after an answer is missed', async () => {
    await lines.connect()
    lines.connection.check()
    lines.connection.check()
    expect(lines.newest.probes).toHaveLength(1)
    await pass(4_000)
    expect(lines.opened[0]?.dropped).toBe(true)
  })

  it('stays when it gives a sign of life, or says anything at all', async () => {
    await lines.connect()
    lines.connection.check()
    lines.newest.probes[0]?.()
    await pass(4_000)
    lines.connection.check()
    await pass(3_000)
    lines.heard = performance.now()
    await pass(1_000)
    expect(lines.newest.dropped).toBe(false)
    expect(lines.opened).toHaveLength(1)
  })

  it('says nothing any more once it is dropped', async () => {
    const arrived = vi.fn()
    lines.connection.subscribe('/user/queue/notes', arrived)
    await lines.connect()
    lines.connection.check()
    await pass(4_000)
    lines.opened[0]?.arrive.get('/user/queue/notes')?.({ id: 'late' })
    expect(arrived).not.toHaveBeenCalled()
  })
})
