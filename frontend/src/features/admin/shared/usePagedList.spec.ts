import { effectScope } from 'vue'
import { expect, it, vi } from 'vitest'

import type { Page } from '@/api/types'

import { usePagedList } from './usePagedList'

type Answer = (page: Page<string>) => void

function list() {
  const asked: { cursor: string | null; signal: AbortSignal; answer: Answer; fail: () => void }[] = []
  const scope = effectScope()
  const pages = scope.run(() =>
    usePagedList<string>(
      (cursor, signal) =>
        new Promise((answer, reject) =>
          asked.push({ cursor, signal, answer, fail: () => reject(new Error()) }),
        ),
    ),
  )
  if (!pages) throw new Error('no scope')
  return { ...pages, asked, scope }
}

it('gives up the request before and never shows its answer', async () => {
  const { load, items, asked } = list()
  void load()
  void load()
  expect(asked[0]?.signal.aborted).toBe(true)
  asked[1]?.answer({ items: ['new'], next: null })
  asked[0]?.answer({ items: ['old'], next: null })
  await vi.waitFor(() => expect(items.value).toEqual(['new']))
})

it('goes on where the page ended', async () => {
  const { load, loadMore, items, next, asked } = list()
  void load()
  asked[0]?.answer({ items: ['a'], next: 'c1' })
  await vi.waitFor(() => expect(next.value).toBe('c1'))
  const came = loadMore()
  expect(asked[1]?.cursor).toBe('c1')
  asked[1]?.answer({ items: ['b', 'c'], next: null })
  expect(await came).toBe(2)
  expect(items.value).toEqual(['a', 'b', 'c'])
  expect(await loadMore()).toBeUndefined()
})

it('keeps what is there when the next page fails', async () => {
  const { load, loadMore, items, next, loadMoreProblem, asked } = list()
  void load()
  asked[0]?.answer({ items: ['a'], next: 'c1' })
  await vi.waitFor(() => expect(next.value).toBe('c1'))
  const came = loadMore()
  asked[1]?.fail()
  expect(await came).toBeUndefined()
  expect(items.value).toEqual(['a'])
  expect(loadMoreProblem.value).toBeInstanceOf(Error)
})

it('asks no more once its page is left', () => {
  const { load, asked, scope } = list()
  void load()
  scope.stop()
  expect(asked[0]?.signal.aborted).toBe(true)
})
