import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'

import * as regionsApi from '@/api/admin/regions'
import * as api from '@/api/admin/statistics'
import { ApiProblem } from '@/api/problem'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { adminSession } from '@/testing/samples'
import { createTestPinia, signInAs } from '@/testing/testPinia'
import { createTheme } from '@/theme/vuetify'

import { useDirectoryStore } from './shared/directory'
import StatisticsPage from './StatisticsPage.vue'

vi.mock('@/api/admin/statistics')
vi.mock('@/api/admin/regions')

enableAutoUnmount(afterEach)

const day = 86_400_000
const start = Date.parse('2026-11-16T15:00:00Z')
const iso = (at: number) => new Date(at).toISOString()

const figures = (calls: number): api.Figures => ({
  calls,
  answered: calls - 1,
  missed: 1,
  cancelled: 0,
  secondsToAnswerMedian: 11,
  secondsToAnswerP90: 34,
  secondsOfTalkMedian: 168,
  messages: 5 * calls,
  ratings: 3,
  ratingMean: 4.6666,
})

function statistics(calls: number[], first = start): api.Statistics {
  return {
    from: iso(first),
    to: iso(first + calls.length * day),
    bucket: 'day',
    zone: 'Asia/Seoul',
    total: figures(calls.reduce((sum, each) => sum + each, 0)),
    buckets: calls.map((each, index) => ({
      ...figures(each),
      from: iso(first + index * day),
      to: iso(first + (index + 1) * day),
    })),
  }
}

function details(): api.StatisticsDetails {
  const hours = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0))
  hours[2]?.splice(13, 1, 4)
  hours[5]?.splice(0, 1, 1)
  return {
    ...statistics([10, 20, 30]),
    before: statistics([10, 10, 10], start - 3 * day),
    hours,
    secondsToAnswer: [
      { from: 0, to: 5, calls: 50 },
      { from: 5, to: null, calls: 7 },
    ],
    stars: [1, 2, 3, 4, 5].map((stars) => ({ stars, calls: stars })),
    regions: [{ code: 'jeju', ...figures(60) }],
    desks: [{ code: 'jeju-1', ...figures(60) }],
    guides: Array.from({ length: 12 }, (_, index) => ({
      code: `g.${index}`,
      name: `나래 ${index}`,
      ...figures(12 - index + 2),
    })),
    languages: [{ code: 'ko', ...figures(60) }],
  }
}

let router: Router

async function open(address = '/admin/statistics') {
  const none = { template: '<div />' }
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/admin/statistics', name: 'statistics', component: none },
      { path: '/admin/calls', name: 'calls', component: none },
    ],
  })
  await router.push(address)
  const page = mount(StatisticsPage, {
    attachTo: document.body,
    global: { plugins: [createTheme(), router, createTestPinia()] },
  })
  await flushPromises()
  return page
}

const asked = () => vi.mocked(api.fetchStatistics).mock.lastCall?.[0]

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-19T03:00:00Z'), toFake: ['Date'] })
  new FakeRealtimeClient()
  signInAs(adminSession())
  vi.mocked(regionsApi.fetchRegions).mockResolvedValue({
    items: [
      { code: 'jeju', name: '제주', timeZone: 'Asia/Seoul' },
      { code: 'berlin', name: 'Berlin', timeZone: 'Europe/Berlin' },
    ],
    next: null,
  } as never)
  await useDirectoryStore().regions.load()
  vi.mocked(api.fetchStatistics).mockResolvedValue(details())
})

it('asks for the days of the region by its clock', async () => {
  await open('/admin/statistics?region=berlin&from=2026-10-24&to=2026-10-26')
  expect(asked()).toEqual({
    region: 'berlin',
    zone: 'Europe/Berlin',
    from: '2026-10-23T22:00:00.000Z',
    to: '2026-10-26T23:00:00.000Z',
    bucket: 'day',
  })
})

it('keeps in the address what was chosen', async () => {
  const page = await open('/admin/statistics?region=jeju')
  expect(asked()).toMatchObject({ from: '2026-11-12T15:00:00.000Z', to: '2026-11-19T15:00:00.000Z' })
  await page.findAll('select')[1]?.setValue('1')
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ region: 'jeju', period: '1' })
  expect(asked()).toMatchObject({ from: '2026-11-18T15:00:00.000Z', bucket: 'hour' })
})

it('shows the figures beside those of the period before, each a link to its calls', async () => {
  const page = await open('/admin/statistics?region=jeju')
  const calls = page.get('[data-testid=figure-calls]')
  expect(calls.text()).toContain('60')
  expect(calls.text()).toContain('앞 기간 30건 (+100%)')
  expect(page.get('[data-testid=figure-answerMedian]').text()).toContain('열 건 중 아홉 건은 34초 안')
  await page.get('[data-testid=figure-missed] a').trigger('click', { button: 0 })
  await flushPromises()
  expect(router.currentRoute.value).toMatchObject({
    name: 'calls',
    query: { state: 'MISSED', region: 'jeju', from: iso(start), to: iso(start + 3 * day) },
  })
})

it('leads from a bar, and from an hour of the week, to its calls', async () => {
  const page = await open()
  const bars = page.findAll('section').find((each) => each.text().includes('날마다 호출'))
  const links = bars?.findAll('a') ?? []
  expect(links.map((each) => each.attributes('aria-label'))).toContain('2026. 11. 18. (수), 응답 19건')
  await links[2]?.trigger('click', { button: 0 })
  await flushPromises()
  expect(router.currentRoute.value.query).toMatchObject({
    from: iso(start + day),
    to: iso(start + 2 * day),
    answered: 'true',
  })
  const week = page.findAll('section').find((each) => each.text().includes('붐비는 시간'))
  const cells = week?.findAll('a') ?? []
  expect(cells.map((each) => each.attributes('aria-label'))).toEqual([
    '수요일 13시, 호출 4건',
    '토요일 0시, 호출 1건',
  ])
  await cells[0]?.trigger('click', { button: 0 })
  await flushPromises()
  expect(router.currentRoute.value.query).toMatchObject({ weekday: '3', hour: '13', zone: 'Asia/Seoul' })
})

it('has one stop of the Tab key a chart, and arrows within', async () => {
  const page = await open()
  const cells =
    page
      .findAll('section')
      .find((each) => each.text().includes('붐비는 시간'))
      ?.findAll('a') ?? []
  expect(cells.map((each) => each.attributes('tabindex'))).toEqual(['0', '-1'])
  ;(cells[0]?.element as unknown as HTMLElement).focus()
  await cells[0]?.trigger('keydown', { key: 'ArrowRight' })
  await flushPromises()
  expect(document.activeElement).toBe(cells[1]?.element)
  expect(cells.map((each) => each.attributes('tabindex'))).toEqual(['-1', '0'])
  await cells[1]?.trigger('keydown', { key: 'Home' })
  await flushPromises()
  expect(document.activeElement).toBe(cells[0]?.element)
})

it('shows each chart as a table too', async () => {
  const page = await open()
  for (const title of ['날마다 호출', '붐비는 시간', '응답까지 걸린 시간', '별점']) {
    const card = page.findAll('section').find((each) => each.find('h2').text() === title)
    await card?.get('[aria-pressed]').trigger('click')
    expect(card?.find('svg[role=group]').exists(), title).toBe(false)
    expect(card?.findAll('tbody a').length, title).toBeGreaterThan(1)
    expect(card?.get('[role=region]').attributes('tabindex')).toBe('0')
  }
  expect(page.text()).toContain('5초 이상')
})

it('groups by guide and shows all of them when asked', async () => {
  const page = await open()
  const groups = page.findAll('section').find((each) => each.find('h2').text() === '무엇에서 나온 호출인가')
  expect(groups?.text()).toContain('제주')
  await groups?.get('input[value=guide]').setValue()
  expect(groups?.findAll('tbody tr')).toHaveLength(10)
  await groups?.findAll('button').at(-1)?.trigger('click')
  expect(groups?.findAll('tbody tr')).toHaveLength(12)
  expect(groups?.get('tbody a').attributes('href')).toContain('guide=g.0')
})

it('says that there are no calls', async () => {
  vi.mocked(api.fetchStatistics).mockResolvedValue({ ...details(), ...statistics([0, 0]), total: figures(0) })
  const page = await open()
  expect(page.text()).toContain('이 기간에는 호출이 없습니다')
})

it('says what went wrong, and asks again', async () => {
  vi.mocked(api.fetchStatistics).mockRejectedValueOnce(
    new ApiProblem({ status: 503, code: 'UNAVAILABLE', title: '', detail: '' } as never),
  )
  const page = await open()
  await page.get('[role=alert] button').trigger('click')
  await flushPromises()
  expect(page.find('[role=alert]').exists()).toBe(false)
  expect(page.find('[data-testid=figure-calls]').exists()).toBe(true)
})
