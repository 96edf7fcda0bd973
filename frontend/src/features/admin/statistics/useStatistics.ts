import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'

import { fetchStatistics, type StatisticsDetails } from '@/api/admin/statistics'
import { serverNow } from '@/api/serverClock'

import { useDirectoryStore } from '../shared/directory'
import type { LoadState } from '../shared/usePagedList'
import { useQueryFilters } from '../shared/useQueryFilters'
import { periodOf } from './period'

/** The clock of the reader's device. */
const own = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'

/** The statistics that the address asks for; a new request aborts the one before. */
export function useStatistics() {
  const directory = useDirectoryStore()
  const query = useQueryFilters(['region', 'period', 'bucket', 'from', 'to'])
  const details = shallowRef<StatisticsDetails>()
  const state = ref<LoadState>('loading')
  const problem = ref<unknown>()
  let running = new AbortController()

  /** That of the region, or that of all regions if it is the same; else the reader's. */
  const zone = computed(() => {
    const { region } = query.filters.value
    const zones = new Set(
      directory.regions.items
        .filter(({ code }) => !region || code === region)
        .map(({ timeZone }) => timeZone),
    )
    return zones.size === 1 ? ([...zones][0] ?? own()) : own()
  })
  const period = computed(() => periodOf(query.filters.value, zone.value, serverNow()))

  async function load(): Promise<void> {
    running.abort()
    running = new AbortController()
    const { signal } = running
    state.value = 'loading'
    problem.value = undefined
    const { from, to, bucket } = period.value
    const { region } = query.filters.value
    try {
      const answer = await fetchStatistics({ from, to, bucket, region, zone: zone.value }, signal)
      if (signal.aborted) return
      details.value = answer
      state.value = 'ready'
    } catch (error) {
      if (signal.aborted) return
      problem.value = error
      details.value = undefined
      state.value = 'error'
    }
  }

  // Which clock to go by is known once the regions are.
  watch(
    [query.filters, zone, () => directory.regions.state],
    () => {
      if (directory.regions.state !== 'loading') void load()
    },
    { immediate: true },
  )
  onScopeDispose(() => running.abort())
  return { ...query, zone, period, details, state, problem, load }
}
