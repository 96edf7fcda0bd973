import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'

import { mountPage } from '@/testing/mountPage'

import { figureFilterNames, readFilters } from '../shared/queryFilters'
import FigureFilters from './FigureFilters.vue'

enableAutoUnmount(afterEach)

function chips(query: Record<string, string>) {
  const filters = readFilters([...figureFilterNames, 'from', 'to'], query)
  return mountPage(FigureFilters, { props: { filters } })
}

it('says in words what a link from the statistics has chosen', () => {
  const shown = chips({
    from: '2026-11-22T15:00:00.000Z',
    to: '2026-11-23T15:00:00.000Z',
    zone: 'Asia/Seoul',
    answered: 'true',
    answeredFrom: '5',
    answeredTo: '10',
    weekday: '3',
    hour: '13',
    language: 'zh-TW',
    stars: '5',
  })
  expect(shown.findAll('li').map((each) => each.text())).toEqual([
    '2026. 11. 23. 00:00 – 2026. 11. 24. 00:00 · Asia/Seoul',
    '응답한 호출',
    '응답까지 5초 이상 10초 미만',
    '수요일 13시',
    '중국어(번체)',
    '별 5개',
  ])
})

it('removes one of them, with all that belongs to it', async () => {
  const shown = chips({ weekday: '3', hour: '13', rated: 'true' })
  await shown.get('button[aria-label="수요일 13시 조건 지우기"]').trigger('click')
  expect(shown.emitted('change')).toEqual([[{ weekday: '', hour: '' }]])
})

it('is not there where nothing was chosen, and bears a zone that is none', () => {
  expect(chips({ zone: 'Asia/Seoul' }).find('ul').exists()).toBe(false)
  expect(chips({ zone: 'Mars/Olympus', from: '2026-11-22T15:00:00Z' }).findAll('li')).toHaveLength(1)
})
