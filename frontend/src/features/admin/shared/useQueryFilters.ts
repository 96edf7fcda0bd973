import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import { readFilters, writeFilters, type FilterName, type Filters } from './queryFilters'

/** A page's filters, kept in its address: a search can be shared, and Back undoes a step. */
export function useQueryFilters<N extends FilterName>(names: readonly N[]) {
  const route = useRoute()
  const router = useRouter()
  const page = route.name

  const filters = computed<Filters<N>>((before) => {
    // While the page is left, the address is already that of the next one.
    if (route.name !== page && before) return before
    const now = readFilters(names, route.query)
    return before && names.every((name) => before[name] === now[name]) ? before : now
  })
  const isFiltered = computed(() => names.some((name) => filters.value[name]))

  /** `replace` replaces the step instead of adding one, as while a word is still being typed. */
  function change(part: Partial<Filters<N>>, how: { replace?: boolean } = {}): void {
    const query = writeFilters({ ...filters.value, ...part })
    void (how.replace ? router.replace({ query }) : router.push({ query }))
  }

  const clear = () => void router.push({ query: {} })

  return { filters, isFiltered, change, clear }
}
