import { flushPromises } from '@vue/test-utils'
import { setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import * as api from '@/api/admin/accounts'
import { ApiProblem } from '@/api/problem'
import type { Account } from '@/api/types'
import { mountPage } from '@/testing/mountPage'

import AccountEditor from './AccountEditor.vue'

vi.mock('@/api/admin/accounts')

const admin: Account = {
  username: 'admin',
  displayName: '관리자',
  role: 'ADMIN',
  regions: [],
  enabled: true,
  maxCalls: 1,
}

beforeEach(() => {
  setActivePinia(undefined)
  // jsdom lacks what Vuetify places its overlays by.
  vi.stubGlobal('visualViewport', new EventTarget())
})
afterEach(() => (document.body.innerHTML = ''))

async function open(account?: Account) {
  const page = mountPage(AccountEditor, { props: { account } })
  await flushPromises()
  const form = document.querySelector('form') as HTMLFormElement
  const field = (label: string) => {
    const its = [...form.querySelectorAll('label')].find((each) => each.textContent === label)
    return document.getElementById(its?.htmlFor ?? '') as HTMLInputElement
  }
  async function type(label: string, text: string): Promise<void> {
    field(label).value = text
    field(label).dispatchEvent(new Event('input'))
    await flushPromises()
  }
  async function submit(): Promise<void> {
    form.dispatchEvent(new Event('submit'))
    await flushPromises()
  }
  return { page, form, field, type, submit }
}

it('says at each field what is wrong before it asks the server', async () => {
  const { form, field, type, submit } = await open()
  await type('아이디', 'Not A Name')
  await submit()
  expect(api.createAccount).not.toHaveBeenCalled()
  expect(field('아이디').getAttribute('aria-invalid')).toBe('true')
  expect(form.textContent).toContain('10자 이상 입력해 주세요')
  await type('아이디', 'new.guide')
  expect(field('아이디').getAttribute('aria-invalid')).toBeNull()
})

it('shows what the server found wrong at its field, and keeps what was typed', async () => {
  vi.mocked(api.changeAccount).mockRejectedValue(
    new ApiProblem({
      code: 'INVALID_REQUEST',
      status: 400,
      errors: [{ field: 'displayName', detail: 'must not be blank' }],
    }),
  )
  const { form, field, type, submit } = await open(admin)
  await type('이름', '새 이름')
  await submit()
  expect(form.textContent).toContain('이름을 100자 안으로')
  expect(form.textContent).not.toContain('must not be blank')
  expect(field('이름').value).toBe('새 이름')
})

it('sends only what changed', async () => {
  vi.mocked(api.changeAccount).mockResolvedValue(admin)
  const { page, type, submit } = await open(admin)
  await type('이름', '새 이름')
  await submit()
  expect(api.changeAccount).toHaveBeenCalledWith('admin', { displayName: '새 이름' })
  expect(page.emitted('saved')).toHaveLength(1)
})

it('explains why the last admin cannot go', async () => {
  vi.mocked(api.changeAccount).mockRejectedValue(new ApiProblem({ code: 'CONFLICT', status: 409 }))
  const { form, submit } = await open(admin)
  await submit()
  expect(form.querySelector('[role=alert]')?.textContent).toContain('마지막 관리자')
})

it('says that a username is taken, at the username', async () => {
  vi.mocked(api.createAccount).mockRejectedValue(new ApiProblem({ code: 'CONFLICT', status: 409 }))
  const { form, field, type, submit } = await open()
  await type('이름', '하늘')
  await type('아이디', 'seoul.guide1')
  await type('비밀번호', 'deskbell-demo')
  form.querySelector<HTMLInputElement>('input[value=ADMIN]')?.click()
  await submit()
  expect(field('아이디').getAttribute('aria-invalid')).toBe('true')
  expect(form.textContent).toContain('이미 있거나')
})

it('takes a username as it is meant, whatever its capitals and the spaces around it', async () => {
  vi.mocked(api.createAccount).mockResolvedValue(admin)
  const { page, form, type, submit } = await open()
  await type('이름', '하늘')
  await type('아이디', ' Seoul.Guide9\u3000')
  await type('비밀번호', 'deskbell-demo')
  form.querySelector<HTMLInputElement>('input[value=ADMIN]')?.click()
  await submit()
  expect(api.createAccount).toHaveBeenCalledWith(expect.objectContaining({ username: 'seoul.guide9' }))
  expect(page.emitted('saved')?.[0]).toEqual([expect.objectContaining({ username: 'seoul.guide9' })])
})
