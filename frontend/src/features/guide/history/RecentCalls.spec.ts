import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import * as api from '@/api/calls'
import type { Call, Page } from '@/api/types'
import { useCallsStore } from '@/stores/calls'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { mountPage } from '@/testing/mountPage'
import { call, guideSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import RecentCalls from './RecentCalls.vue'

vi.mock('@/api/calls')

const past = (name: string) => call({ id: name, state: 'MISSED', desk: { code: name, name }, version: 9 })
const page = (names: string[], next: string | null = null): Page<Call> => ({ items: names.map(past), next })
let client: FakeRealtimeClient
let list: ReturnType<typeof mountPage>

async function open(): Promise<void> {
  list = mountPage(RecentCalls)
  await flushPromises()
}
const shown = () => list.findAll('.past b').map((each) => each.text())

beforeEach(() => {
  client = new FakeRealtimeClient()
  signInAs(guideSession())
  vi.mocked(api.fetchCalls)
    .mockReset()
    .mockResolvedValue(page(['a']))
})
afterEach(() => list.unmount())

it('asks again when the connection is back, for what came and went meanwhile', async () => {
  await open()
  vi.mocked(api.fetchCalls).mockResolvedValue(page(['b', 'a']))
  client.reconnect()
  await flushPromises()
  expect(shown()).toEqual(['b', 'a'])
  list.unmount()
  client.reconnect()
  expect(api.fetchCalls).toHaveBeenCalledTimes(2)
})

it('asks what became of a call that leaves the store, also while another comes', async () => {
  const calls = useCallsStore()
  calls.merge(call({ id: 'a', desk: { code: 'a', name: 'a' } }))
  await open()
  vi.mocked(api.fetchCalls).mockResolvedValue(page(['b', 'a']))
  calls.dismiss('a')
  calls.merge(call({ id: 'c', desk: { code: 'c', name: 'c' }, ringAt: '2026-11-22T10:50:00.000Z' }))
  await flushPromises()
  expect(shown()).toEqual(['c', 'b', 'a'])
})

it('leaves no hole where more is asked for as the list begins anew', async () => {
  vi.mocked(api.fetchCalls).mockResolvedValue(page(['d'], 'before d'))
  await open()
  let more: (page: Page<Call>) => void = () => {}
  vi.mocked(api.fetchCalls).mockReturnValueOnce(new Promise((resolve) => (more = resolve)))
  await list.get('.history-more').trigger('click')
  vi.mocked(api.fetchCalls).mockResolvedValue(page(['f'], 'before f'))
  client.reconnect()
  await flushPromises()
  more(page(['c'], 'before c'))
  await flushPromises()
  expect(shown()).toEqual(['f'])
})
