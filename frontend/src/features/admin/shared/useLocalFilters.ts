import { computed, reactive } from 'vue'

/** Filters of a list that is here as a whole; the page forgets them when it is left. */
export function useLocalFilters<T, F extends Record<string, string>>(
  items: () => readonly T[],
  none: F,
  matches: (item: T, filters: F) => boolean,
) {
  const filters = reactive({ ...none }) as F
  const shown = computed(() => items().filter((each) => matches(each, filters)))
  const isFiltered = computed(() => Object.values(filters).some(Boolean))
  const clear = () => void Object.assign(filters, none)

  return { filters, shown, isFiltered, clear }
}
