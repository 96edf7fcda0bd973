import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'

import { ApiProblem } from '@/api/problem'
import type { Page } from '@/api/types'
import { createTestPinia } from '@/testing/testPinia'
import { createTheme } from '@/theme/vuetify'
import { announce } from '@/utils/announce'

import DataTable from './DataTable.vue'
import ListPage from './ListPage.vue'
import { useFilteredList, type ListQuery } from './useFilteredList'

vi.mock('@/utils/announce')

interface Row {
  id: string
}
interface Request {
  query: ListQuery<'state' | 'region'>
  answer: (page: Page<Row>) => void
  fail: (problem: unknown) => void
}

const columns = [{ name: 'id' }]
const rows = (...ids: string[]) => ids.map((id) => ({ id }))
let requests: Request[]
let router: Router
let page: ReturnType<typeof mount>
let change: ReturnType<typeof useFilteredList<Row, 'state' | 'region'>>['change']

const CallList = defineComponent(() => {
  const { list, isFiltered, clear, ...filtered } = useFilteredList<Row, 'state' | 'region'>(
    ['state', 'region'],
    (query) => new Promise((answer, fail) => requests.push({ query, answer, fail })),
  )
  change = filtered.change
  return () =>
    h(
      ListPage,
      { name: 'calls', list, isFiltered: isFiltered.value, onClear: clear },
      {
        filters: () => h('i'),
        default: () =>
          h(
            DataTable<Row>,
            { name: 'calls', columns, list, keyOf: (row: Row) => row.id },
            { default: ({ item }: { item: Row }) => h('tr', h('td', item.id)) },
          ),
      },
    )
})

async function answer(found: Page<Row>, of = requests.length - 1): Promise<void> {
  requests[of]?.answer(found)
  await flushPromises()
}
async function press(text: string): Promise<void> {
  await page
    .findAll('button')
    .find((each) => each.text() === text)
    ?.trigger('click')
  await flushPromises()
}
const shown = () => page.findAll('td').map((each) => each.text())
const count = () => page.get('.filters-count').text()

async function open(address: string): Promise<void> {
  await router.push(address)
  page = mount(CallList, {
    attachTo: document.body,
    global: { plugins: [createTheme(), router, createTestPinia()] },
  })
  await nextTick()
}

beforeEach(() => {
  requests = []
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/calls', name: 'calls', component: {} },
      { path: '/desks', name: 'desks', component: {} },
    ],
  })
})
afterEach(() => page.unmount())

it('asks for what the address says, and says in the address what is asked for', async () => {
  await open('/calls?state=MISSED&from=2026-11-23')
  expect(requests.map(({ query }) => query)).toEqual([
    { state: 'MISSED', region: '', from: new Date(2026, 10, 23).toISOString(), to: '', cursor: null },
  ])
  change({ region: 'seoul', from: '' })
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ state: 'MISSED', region: 'seoul' })
  expect(requests.at(-1)?.query).toEqual({ state: 'MISSED', region: 'seoul', from: '', to: '', cursor: null })
  router.back()
  await vi.waitFor(() => expect(requests).toHaveLength(3))
  expect(requests[2]?.query).toEqual(requests[0]?.query)
})

it('forgets all filters at once, and says why nothing is there', async () => {
  await open('/calls?state=MISSED')
  await answer({ items: [], next: null })
  expect(page.get('h2').text()).toBe('조건에 맞는 호출이 없습니다')
  await press('조건 지우기')
  expect(router.currentRoute.value.query).toEqual({})
  await answer({ items: [], next: null })
  expect(page.get('h2').text()).toBe('아직 호출이 없습니다')
})

it('adds the next page on request', async () => {
  await open('/calls')
  await answer({ items: rows('a', 'b'), next: 'c1' })
  expect(count()).toBe('2건 이상')
  await press('더 보기')
  expect(requests[1]?.query.cursor).toBe('c1')
  await answer({ items: rows('c'), next: null })
  expect(shown()).toEqual(['a', 'b', 'c'])
  expect(count()).toBe('3건')
  expect(announce).toHaveBeenCalledExactlyOnceWith('1건을 더 불러왔습니다')
  expect(page.find('.more').exists()).toBe(false)
})

it('says what went wrong, and asks again', async () => {
  await open('/calls')
  requests[0]?.fail(ApiProblem.unreachable())
  await flushPromises()
  expect(page.get('[role=alert]').text()).toContain('서버와 연결할 수 없습니다')
  expect([page.find('table').exists(), count()]).toEqual([false, ''])
  await press('다시 시도')
  expect(page.find('[role=alert]').exists()).toBe(false)
  await answer({ items: rows('a'), next: null })
  expect(shown()).toEqual(['a'])
})

it('never shows what was found for filters of before', async () => {
  await open('/calls?state=MISSED')
  change({ state: 'ENDED' })
  await flushPromises()
  await answer({ items: rows('ended'), next: null }, 1)
  await answer({ items: rows('missed'), next: null }, 0)
  expect(shown()).toEqual(['ended'])
})

it('asks nothing for the address of another page', async () => {
  await open('/calls?state=MISSED')
  await router.push('/desks')
  await flushPromises()
  expect(requests).toHaveLength(1)
})
