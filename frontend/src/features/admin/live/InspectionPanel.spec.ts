import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import * as api from '@/api/admin/inspection'
import { ApiProblem } from '@/api/problem'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { mountPage } from '@/testing/mountPage'
import { adminSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import InspectionPanel from './InspectionPanel.vue'

vi.mock('@/api/admin/inspection')

enableAutoUnmount(afterEach)

const at = '2026-11-22T10:48:00.000Z'
const later = '2026-11-22T11:48:00.000Z'
const minute = 60_000
let client: FakeRealtimeClient

const broken = (at: string | null) => ({
  at,
  checked: 313,
  findings: [{ check: 'OVER_MAX', subject: 'seoul.guide1', detail: '3' }],
})

beforeEach(() => {
  client = new FakeRealtimeClient()
  signInAs(adminSession())
  vi.mocked(api.fetchInspection).mockResolvedValue({ at, checked: 312, findings: [] })
})

it('tells of the last one, and what one made now has found', async () => {
  vi.mocked(api.inspect).mockResolvedValue({
    at,
    checked: 313,
    findings: [
      { check: 'OVER_MAX', subject: 'seoul.guide1', detail: '3' },
      { check: 'SOMETHING_NEW', subject: 'x', detail: '' },
    ],
  })
  const panel = mountPage(InspectionPanel)
  await vi.waitFor(() => expect(panel.text()).toContain('312건 확인'))
  expect(panel.text()).toContain('이상 없음')
  await panel.get('[data-testid=inspect]').trigger('click')
  await vi.waitFor(() => expect(panel.findAll('[data-testid=finding]')).toHaveLength(2))
  expect(panel.text()).toContain('한도를 넘겨 맡은 안내원')
  expect(panel.text()).toContain('SOMETHING_NEW')
})

it('says why it could not be done, and can be asked again', async () => {
  vi.mocked(api.inspect).mockRejectedValue(ApiProblem.unreachable())
  const panel = mountPage(InspectionPanel)
  await vi.waitFor(() => expect(panel.text()).toContain('312건 확인'))
  await panel.get('[data-testid=inspect]').trigger('click')
  await vi.waitFor(() => expect(panel.text()).toContain('서버와 연결할 수 없습니다'))
  expect(panel.get('[data-testid=inspect]').attributes('aria-disabled')).toBe('false')
})

async function open() {
  vi.useFakeTimers({ now: new Date(at) })
  const panel = mountPage(InspectionPanel)
  await vi.advanceTimersByTimeAsync(0)
  return panel
}

it('asks again every few minutes, and says how long ago the last one was', async () => {
  const panel = await open()
  expect(panel.get('time').text()).toBe('방금')
  await vi.advanceTimersByTimeAsync(4 * minute)
  expect(panel.get('time').text()).toBe('4분 전')
  vi.mocked(api.fetchInspection).mockResolvedValue(broken(at))
  await vi.advanceTimersByTimeAsync(minute)
  expect(panel.findAll('[data-testid=finding]')).toHaveLength(1)
  expect(panel.get('time').text()).toBe('5분 전')
})

it('asks again after a broken connection, and keeps what it knows while there is no answer', async () => {
  const panel = await open()
  vi.mocked(api.fetchInspection).mockRejectedValue(ApiProblem.unreachable())
  client.reconnect()
  await vi.advanceTimersByTimeAsync(0)
  expect(panel.text()).toContain('312건 확인')
  vi.mocked(api.fetchInspection).mockResolvedValue(broken(later))
  client.reconnect()
  await vi.advanceTimersByTimeAsync(0)
  expect(panel.text()).toContain('313건 확인')
})

it('is not set back by a server that has looked earlier, or not at all', async () => {
  vi.mocked(api.fetchInspection).mockResolvedValue(broken(later))
  const panel = await open()
  for (const earlier of [at, null]) {
    vi.mocked(api.fetchInspection).mockResolvedValue({ at: earlier, checked: 312, findings: [] })
    client.reconnect()
    await vi.advanceTimersByTimeAsync(0)
    expect(panel.findAll('[data-testid=finding]')).toHaveLength(1)
  }
})
