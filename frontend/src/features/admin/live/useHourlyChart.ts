import { useNow } from '@/composables/useNow'
import { computed } from 'vue'

import { useLiveStore } from '@/stores/live'

import { visibleHours } from './board'

/** The hour of the day in a time zone. */
function hourIn(timeZone: string, now: number): number {
  const format = new Intl.DateTimeFormat('en', { hour: '2-digit', hourCycle: 'h23', timeZone })
  return Number(format.format(now))
}

/** The range and maximum shared by all regions' charts, and the current hour in each. */
export function useHourlyChart() {
  const live = useLiveStore()
  const now = useNow()
  // Once a minute is enough: formatters with a time zone are expensive.
  const minute = computed(() => Math.floor(now.value / 60_000) * 60_000)
  const days = computed(() => live.picture?.regions.map((each) => each.today.byHour) ?? [])
  const max = computed(() => Math.max(0, ...days.value.flat()))
  const hours = computed(
    () =>
      new Map(
        live.picture?.regions.map(({ code, timeZone }) => [code, hourIn(timeZone, minute.value)]) ?? [],
      ),
  )
  const shown = computed(() => visibleHours(days.value, hours.value.values().next().value ?? 0))

  return (code: string) => ({ ...shown.value, now: hours.value.get(code) ?? -1, max: max.value })
}
