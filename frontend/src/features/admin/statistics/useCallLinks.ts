import type { RouteLocationRaw } from 'vue-router'

import type { StatisticsDetails } from '@/api/admin/statistics'

/** What narrows a list of calls to those a figure is made of. */
export type Narrowing = Partial<
  Record<
    | 'from'
    | 'to'
    | 'state'
    | 'region'
    | 'desk'
    | 'guide'
    | 'language'
    | 'stars'
    | 'rated'
    | 'answered'
    | 'answeredFrom'
    | 'answeredTo'
    | 'weekday'
    | 'hour'
    | 'zone',
    string | number
  >
>

/** The page with the calls of a figure. */
export type CallsLink = (narrowing?: Narrowing) => RouteLocationRaw

/** Links to the calls of the period and the region, and to those of them that something else is said of. */
export const callLinks =
  ({ from, to, zone }: StatisticsDetails, region: string): CallsLink =>
  (narrowing = {}) => ({
    name: 'calls',
    query: Object.fromEntries(
      Object.entries({ from, to, region, zone, ...narrowing })
        .filter(([, value]) => value !== '')
        .map(([name, value]) => [name, String(value)]),
    ),
  })
