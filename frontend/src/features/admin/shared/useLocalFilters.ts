import { computed, reactive } from 'vue'

/** Filters a fully loaded list in the browser. They are not kept in the URL. */
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
