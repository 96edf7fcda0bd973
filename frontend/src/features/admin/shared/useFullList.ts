import { ref, shallowRef } from 'vue'

import type { Page } from '@/api/types'

import type { LoadState } from './usePagedList'

/** Loads every page of a list that is short enough to filter in the browser. */
export function useFullList<T>(fetchPage: (cursor?: string | null) => Promise<Page<T>>) {
  const items = shallowRef<T[]>([])
  const state = ref<LoadState>('loading')
  const problem = ref<unknown>()
  let latest = 0

  async function read(isLatest: () => boolean): Promise<T[] | undefined> {
    const all: T[] = []
    let cursor: string | null = null
    do {
      const page: Page<T> = await fetchPage(cursor)
      if (!isLatest()) return undefined
      all.push(...page.items)
      cursor = page.next
    } while (cursor)
    return all
  }

  async function load(): Promise<void> {
    const mine = ++latest
    if (state.value === 'error') state.value = 'loading'
    try {
      const all = await read(() => mine === latest)
      if (!all) return
      items.value = all
      problem.value = undefined
      state.value = 'ready'
    } catch (error) {
      if (mine !== latest) return
      problem.value = error
      if (state.value !== 'ready') state.value = 'error'
    }
  }

  return { items, state, problem, load }
}
