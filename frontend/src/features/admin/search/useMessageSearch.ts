import { computed, watch } from 'vue'

import { searchMessages } from '@/api/admin/history'
import type { FoundMessage } from '@/api/types'

import { countOf } from '../parts/folding'
import { toInstants } from '../parts/queryFilters'
import { usePages } from '../parts/usePages'
import { useQueryFilters } from '../parts/useQueryFilters'

/** The messages the page's address asks for. */
export function useMessageSearch() {
  const query = useQueryFilters(['q', 'region', 'desk', 'username', 'from', 'to'])

  const pages = usePages<FoundMessage>((cursor, signal) => {
    const { from, to, q, ...exact } = query.filters.value
    // A link may carry one character; the server would refuse it.
    const words = countOf(q) > 1 ? q : ''
    return searchMessages({ ...exact, q: words, ...toInstants({ from, to }), cursor }, signal)
  })

  watch(query.filters, () => void pages.load(), { immediate: true })
  const sought = computed(() => query.filters.value.q)
  return { ...query, ...pages, sought }
}
