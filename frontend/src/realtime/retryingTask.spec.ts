import { beforeEach, expect, it, vi } from 'vitest'

import { RetryingTask } from './retryingTask'

interface Round {
  signal: AbortSignal
  succeed: () => void
  fail: (why: unknown) => void
}

const rounds: Round[] = []
const work = (signal: AbortSignal) =>
  new Promise<void>((succeed, fail) => void rounds.push({ signal, succeed, fail }))
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(1)
  rounds.length = 0
})

it('runs once more for all who asked while it was under way, never twice at once', async () => {
  const task = new RetryingTask(work)
  const done = vi.fn()
  void task.run()
  void task.run()
  void task.run().then(done)
  expect(rounds).toHaveLength(1)
  rounds[0]?.succeed()
  await pass(0)
  expect(rounds).toHaveLength(2)
  expect(done).not.toHaveBeenCalled()
  rounds[1]?.succeed()
  await pass(60_000)
  expect(done).toHaveBeenCalledOnce()
  expect(rounds).toHaveLength(2)
})

it('is tried again after a failure, later each time', async () => {
  const task = new RetryingTask(work)
  await Promise.all([task.run(), pass(0).then(() => rounds[0]?.fail('busy'))])
  for (const wait of [1_000, 2_000]) {
    const before = rounds.length
    await pass(wait - 1)
    expect(rounds).toHaveLength(before)
    await pass(1)
    expect(rounds).toHaveLength(before + 1)
    rounds.at(-1)?.fail('busy')
    await pass(0)
  }
})

it('is not tried again where that is in vain', async () => {
  const task = new RetryingTask(work, (failure) => failure === 'gone')
  void task.run()
  rounds[0]?.fail('gone')
  await pass(120_000)
  expect(rounds).toHaveLength(1)
})

it('does not wait for an answer over a connection that is gone', async () => {
  const task = new RetryingTask(work)
  void task.run()
  void task.restart()
  expect(rounds).toHaveLength(2)
  expect(rounds[0]?.signal.aborted).toBe(true)
  rounds[0]?.fail('aborted')
  await pass(60_000)
  expect(rounds).toHaveLength(2)
})

it('stays stopped', async () => {
  const task = new RetryingTask(work)
  void task.run()
  rounds[0]?.fail('busy')
  await pass(0)
  task.stop()
  await pass(60_000)
  expect(rounds).toHaveLength(1)
})
