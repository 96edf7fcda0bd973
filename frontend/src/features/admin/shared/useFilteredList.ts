import { reactive, watch } from 'vue'

import type { Page } from '@/api/types'

import { toInstants, type FilterName, type Filters } from './queryFilters'
import { usePagedList } from './usePagedList'
import { useQueryFilters } from './useQueryFilters'

/** The filters as sent to the server, with `from` and `to` as instants. */
export type ListQuery<N extends FilterName> = Filters<N | 'from' | 'to'> & { cursor: string | null }

/** A paged list filtered by the server, whose filters and date range live in the page's URL. */
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
