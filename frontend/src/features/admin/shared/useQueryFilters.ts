import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import { readFilters, writeFilters, type FilterName, type Filters } from './queryFilters'

/** Keeps a page's filters in its URL, so that a search can be shared and Back undoes a change. */
export function useQueryFilters<N extends FilterName>(names: readonly N[]) {
  const route = useRoute()
  const router = useRouter()
  const page = route.name

  const filters = computed<Filters<N>>((before) => {
    // During navigation the route is already that of the next page.
    if (route.name !== page && before) return before
    const now = readFilters(names, route.query)
    return before && names.every((name) => before[name] === now[name]) ? before : now
  })
  const isFiltered = computed(() => names.some((name) => filters.value[name]))

  /** `replace` replaces the history entry, as while the user is still typing. */
  function change(part: Partial<Filters<N>>, how: { replace?: boolean } = {}): void {
    const query = writeFilters({ ...filters.value, ...part })
    void (how.replace ? router.replace({ query }) : router.push({ query }))
  }

  const clear = () => void router.push({ query: {} })

  return { filters, isFiltered, change, clear }
}
