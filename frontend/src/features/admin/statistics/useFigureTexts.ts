import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

import type { Figures } from '@/api/admin/statistics'
import { language } from '@/locales'

import { useTimeFormats } from '../shared/useTimeFormats'

/** Figures as they are shown; a dash stands for none. */
export function useFigureTexts() {
  const { t } = useI18n()
  const { durationText } = useTimeFormats()
  const formats = computed(() => ({
    count: new Intl.NumberFormat(language.value),
    percent: new Intl.NumberFormat(language.value, { style: 'percent', maximumFractionDigits: 1 }),
    change: new Intl.NumberFormat(language.value, {
      style: 'percent',
      maximumFractionDigits: 1,
      signDisplay: 'exceptZero',
    }),
    stars: new Intl.NumberFormat(language.value, { minimumFractionDigits: 1, maximumFractionDigits: 2 }),
  }))

  const count = (value: number) => formats.value.count.format(value)
  const share = (part: number, whole: number) =>
    whole > 0 ? formats.value.percent.format(part / whole) : '–'
  const seconds = (value: number | null) => (value === null ? '–' : durationText(value * 1000))
  const stars = (value: number | null) => (value === null ? '–' : formats.value.stars.format(value))
  const answerRate = ({ answered, calls }: Figures) => share(answered, calls)

  /** `1,347 in the period before (+6.2%)`. */
  function comparedTo(before: number, now: number): string {
    if (before === 0) return t('admin.statistics.beforeNone')
    const change = formats.value.change.format(now / before - 1)
    return t('admin.statistics.beforeChange', { before: count(before), change })
  }
  const comparedWith = (before: string) =>
    before === '–' ? t('admin.statistics.beforeNone') : t('admin.statistics.before', { before })

  return { count, share, seconds, stars, answerRate, comparedTo, comparedWith }
}
