import { beforeEach, expect, it, vi } from 'vitest'

import * as api from '@/api/admin/inspection'
import { ApiProblem } from '@/api/problem'
import { mountPage } from '@/testing/mountPage'

import InspectionPanel from './InspectionPanel.vue'

vi.mock('@/api/admin/inspection')

const at = '2026-11-22T10:48:00.000Z'

beforeEach(() => {
  vi.mocked(api.fetchInspection).mockResolvedValue({ at, checked: 312, findings: [] })
})

it('tells of the last one, and what one made now has found', async () => {
  vi.mocked(api.inspect).mockResolvedValue({
    at,
    checked: 313,
    findings: [
      { check: 'OVER_MAX', subject: 'seoul.guide1', detail: '3 / 2' },
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
