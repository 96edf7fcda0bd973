import { onScopeDispose, ref, shallowRef } from 'vue'

import type { Page } from '@/api/types'

export type LoadState = 'loading' | 'ready' | 'error'

export interface List<T> {
  items: readonly T[]
  state: LoadState
  /** Why the last load failed; any items are then from an earlier load. */
  problem: unknown
  load: () => Promise<void>
}

export interface PagedList<T> extends List<T> {
  next: string | null
  loadingMore: boolean
  loadMoreProblem: unknown
  loadMore: () => Promise<number | undefined>
}

/** A list with cursor pagination. A new `load` aborts the previous one: a late response must not replace a newer one. */
export function usePagedList<T>(fetchPage: (cursor: string | null, signal: AbortSignal) => Promise<Page<T>>) {
  const items = shallowRef<T[]>([])
  const next = ref<string | null>(null)
  const state = ref<LoadState>('loading')
  const problem = ref<unknown>()
  const loadingMore = ref(false)
  const loadMoreProblem = ref<unknown>()
  let running = new AbortController()

  async function load(): Promise<void> {
    running.abort()
    running = new AbortController()
    const { signal } = running
    state.value = 'loading'
    problem.value = undefined
    loadingMore.value = false
    loadMoreProblem.value = undefined
    try {
      const page = await fetchPage(null, signal)
      if (signal.aborted) return
      items.value = page.items
      next.value = page.next
      state.value = 'ready'
    } catch (error) {
      if (signal.aborted) return
      problem.value = error
      items.value = []
      next.value = null
      state.value = 'error'
    }
  }

  /** Loads the next page and returns its number of items, or undefined if it failed or was superseded. */
  async function loadMore(): Promise<number | undefined> {
    const { signal } = running
    if (!next.value || loadingMore.value || state.value !== 'ready') return undefined
    loadingMore.value = true
    loadMoreProblem.value = undefined
    try {
      const page = await fetchPage(next.value, signal)
      if (signal.aborted) return undefined
      items.value = [...items.value, ...page.items]
      next.value = page.next
      return page.items.length
    } catch (error) {
      if (!signal.aborted) loadMoreProblem.value = error
      return undefined
    } finally {
      if (!signal.aborted) loadingMore.value = false
    }
  }

  onScopeDispose(() => running.abort())
  return { items, next, state, problem, loadingMore, loadMoreProblem, load, loadMore }
}
