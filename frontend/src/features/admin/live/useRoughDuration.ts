import { computed } from 'vue'

import { language } from '@/locales'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** `40 seconds`, `4 minutes`, `3 hours`, `2 days`: a duration in its largest unit, to be read from afar. */
export function useRoughDuration() {
  const formats = computed(() => {
    const of = (unit: string) =>
      new Intl.NumberFormat(language.value, { style: 'unit', unit, unitDisplay: 'long' })
    return { second: of('second'), minute: of('minute'), hour: of('hour'), day: of('day') }
  })

  function roughDuration(milliseconds: number): string {
    const past = Math.max(0, milliseconds)
    if (past < minute) return formats.value.second.format(Math.floor(past / 1_000))
    if (past < hour) return formats.value.minute.format(Math.floor(past / minute))
    if (past < day) return formats.value.hour.format(Math.floor(past / hour))
    return formats.value.day.format(Math.floor(past / day))
  }

  return { roughDuration }
}
