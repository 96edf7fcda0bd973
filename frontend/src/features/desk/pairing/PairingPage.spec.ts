import { flushPromises } from '@vue/test-utils'
import { setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { ApiProblem } from '@/api/problem'
import * as api from '@/api/session'
import { mountPage } from '@/testing/mountPage'
import { deskSession } from '@/testing/samples'

import { formatPairingCode } from './pairingCode'
import PairingPage from './PairingPage.vue'

vi.mock('@/api/session')

beforeEach(() => {
  setActivePinia(undefined)
  vi.mocked(api.pairDesk).mockReset()
})

async function pairWith(code: string) {
  const page = mountPage(PairingPage)
  await page.get('[data-testid=pairing-code]').setValue(code)
  await page.get('form').trigger('submit')
  await flushPromises()
  return page
}

describe('the code', () => {
  it.each([
    ['7k3mq2zd84xw', '7K3M-Q2ZD-84XW'],
    ['7K3M-Q2', '7K3M-Q2'],
    ['7K3M ', '7K3M'],
    ['demo-seoul-1', 'DEMO-SEOUL-1'],
  ])('%s is shown as %s', (typed, shown) => {
    expect(formatPairingCode(typed)).toBe(shown)
  })
})

it('pairs with what was typed', async () => {
  vi.mocked(api.pairDesk).mockResolvedValue(deskSession())
  await pairWith('demo-seoul-1')
  expect(api.pairDesk).toHaveBeenCalledWith('DEMO-SEOUL-1')
})

it('pairs by itself with a code from the address', async () => {
  vi.mocked(api.pairDesk).mockResolvedValue(deskSession())
  mountPage(PairingPage, { props: { code: '7K3MQ2ZD84XW' } })
  await flushPromises()
  expect(api.pairDesk).toHaveBeenCalledWith('7K3M-Q2ZD-84XW')
})

it('says that a code is wrong and lets one try again', async () => {
  vi.mocked(api.pairDesk).mockRejectedValue(new ApiProblem({ code: 'BAD_PAIRING_CODE', status: 401 }))
  const page = await pairWith('WRONG')
  expect(page.get('[role=alert]').text()).toContain('연결 코드가 맞지 않거나')
  expect(page.get('[data-testid=pair]').attributes('aria-disabled')).toBe('false')
})

it('counts the seconds down after too many attempts', async () => {
  vi.useFakeTimers()
  vi.mocked(api.pairDesk).mockRejectedValue(
    new ApiProblem({ code: 'TOO_MANY_ATTEMPTS', status: 429, retryAfter: 30 }),
  )
  const page = await pairWith('WRONG')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(page.get('[role=alert]').text()).toMatch(/2[01]초/)
  await page.get('form').trigger('submit')
  expect(api.pairDesk).toHaveBeenCalledTimes(1)
})

it('asks nothing of the server without a code', async () => {
  const page = await pairWith('')
  expect(page.get('[role=alert]').text()).toBe('연결 코드를 입력해 주세요.')
  expect(api.pairDesk).not.toHaveBeenCalled()
})

it('says that the desk was unpaired', () => {
  const page = mountPage(PairingPage, { props: { unpaired: true } })
  expect(page.text()).toContain('이 데스크의 연결이 해제되었습니다')
})
