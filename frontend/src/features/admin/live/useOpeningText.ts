import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

import { useFormats } from '@/composables/useFormats'
import { language } from '@/locales'

const soon = 20 * 60 * 60 * 1_000

/** `closed, opens 09:00` in the region's time zone; with the weekday if it is further away. */
export function useOpeningText(zone: () => string) {
  const { t } = useI18n()
  const { time } = useFormats(zone)
  const withDay = computed(
    () =>
      new Intl.DateTimeFormat(language.value, {
        weekday: 'short',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone: zone(),
      }),
  )

  return (opensAt: string | null, now: number) => {
    if (opensAt === null) return t('admin.live.closed')
    const near = Date.parse(opensAt) - now < soon
    return t('admin.live.opens', { time: near ? time(opensAt) : withDay.value.format(new Date(opensAt)) })
  }
}
