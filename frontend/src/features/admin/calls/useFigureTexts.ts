import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

import { language } from '@/locales'

import { isInstant, type FilterName, type figureFilterNames, type Filters } from '../shared/queryFilters'

export type FigureFilters = Filters<'from' | 'to' | (typeof figureFilterNames)[number]>

/** What is chosen by a link from the statistics, in words, each with the filters that it is made of. */
export function useFigureTexts(filters: () => FigureFilters) {
  const i18n = useI18n()
  const { t } = i18n

  /** A link may name a zone that there is none of. */
  const zone = computed(() => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: filters().zone || undefined }).resolvedOptions()
        .timeZone
    } catch {
      return undefined
    }
  })
  const times = computed(
    () =>
      new Intl.DateTimeFormat(language.value, {
        dateStyle: 'medium',
        timeStyle: 'short',
        hourCycle: 'h23',
        timeZone: zone.value,
      }),
  )
  /** 5 January 1970 was a Monday. */
  const weekday = (number: string) =>
    new Intl.DateTimeFormat(language.value, { weekday: 'long', timeZone: 'UTC' }).format(
      Date.UTC(1970, 0, 4 + (Number(number) || 1)),
    )

  function period({ from, to }: FigureFilters): string {
    const first = isInstant(from) ? times.value.format(new Date(from)) : ''
    const end = isInstant(to) ? times.value.format(new Date(to)) : ''
    if (!first && !end) return ''
    const text = first && end ? 'time' : first ? 'since' : 'until'
    return `${t(`admin.calls.figure.${text}`, { from: first, to: end })} · ${zone.value ?? ''}`
  }

  function waited({ answeredFrom: from, answeredTo: to }: FigureFilters): string {
    if (!from && !to) return ''
    const time = !from
      ? t('admin.calls.figure.under', { to })
      : to
        ? t('admin.statistics.seconds', { from, to })
        : t('admin.statistics.secondsFrom', { from })
    return t('admin.calls.figure.waited', { time })
  }

  function words(name: 'answered' | 'rated' | 'language'): string {
    const value = filters()[name]
    const key = name === 'language' ? `admin.language.${value}` : `admin.calls.figure.${name}.${value}`
    return value && i18n.te(key) ? t(key) : value
  }

  return computed(() => {
    const given = filters()
    const hour = given.hour ? t('admin.live.hour', { hour: given.hour }) : ''
    const all: { text: string; names: FilterName[] }[] = [
      // An hour of the week is one of a period.
      { text: period(given), names: ['from', 'to', 'weekday', 'hour'] },
      { text: words('answered'), names: ['answered'] },
      { text: waited(given), names: ['answeredFrom', 'answeredTo'] },
      {
        text: [given.weekday && weekday(given.weekday), hour].filter(Boolean).join(' '),
        names: ['weekday', 'hour'],
      },
      { text: words('language'), names: ['language'] },
      { text: words('rated'), names: ['rated'] },
      {
        text: given.stars && t('admin.statistics.stars', { n: given.stars }, Number(given.stars)),
        names: ['stars'],
      },
    ]
    return all.filter(({ text }) => text)
  })
}
