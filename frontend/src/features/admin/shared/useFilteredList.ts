import { reactive, watch } from 'vue'

import type { Page } from '@/api/types'

import { toInstants, type FilterName, type Filters } from './queryFilters'
import { usePagedList } from './usePagedList'
import { useQueryFilters } from './useQueryFilters'

/** What the server is asked for: `from` and `to` are instants here. */
export type ListQuery<N extends FilterName> = Filters<N | 'from' | 'to'> & { cursor: string | null }

/** A list filtered by the server, a period among its filters: whatever the page's address asks for. */
export function useFilteredList<T, N extends FilterName>(
  names: readonly N[],
  search: (query: ListQuery<N>, signal: AbortSignal) => Promise<Page<T>>,
) {
  const query = useQueryFilters<N | 'from' | 'to'>([...names, 'from', 'to'])
  const { filters } = query
  const list = reactive(
    usePagedList<T>((cursor, signal) =>
      search({ ...filters.value, ...toInstants(filters.value), cursor }, signal),
    ),
  )
  watch(filters, () => void list.load(), { immediate: true })
  return { ...query, list }
}
