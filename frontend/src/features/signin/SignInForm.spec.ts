import { flushPromises } from '@vue/test-utils'
import { setActivePinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'

import { ApiProblem } from '@/api/problem'
import * as api from '@/api/session'
import { guideSession } from '@/testing/samples'
import { mountPage } from '@/testing/mountPage'

import SignInForm from './SignInForm.vue'

vi.mock('@/api/session')

beforeEach(() => setActivePinia(undefined))

async function submit(username: string, password: string) {
  const form = mountPage(SignInForm)
  await form.get('[data-testid=username]').setValue(username)
  await form.get('[data-testid=password]').setValue(password)
  await form.get('form').trigger('submit')
  await flushPromises()
  return form
}

it('signs in with what was typed', async () => {
  vi.mocked(api.signIn).mockResolvedValue(guideSession())
  await submit(' seoul.guide1 ', 'secret')
  expect(api.signIn).toHaveBeenCalledWith('seoul.guide1', 'secret', '')
})

it('says what is wrong and lets one try again', async () => {
  vi.mocked(api.signIn).mockRejectedValue(new ApiProblem({ code: 'BAD_CREDENTIALS', status: 401 }))
  const form = await submit('seoul.guide1', 'wrong')
  expect(form.get('[role=alert]').text()).toContain('맞지 않습니다')
  expect(form.get('[data-testid=sign-in]').text()).toBe('로그인')
})

it('says how long to wait after too many attempts', async () => {
  vi.mocked(api.signIn).mockRejectedValue(
    new ApiProblem({ code: 'TOO_MANY_ATTEMPTS', status: 429, retryAfter: 30 }),
  )
  expect((await submit('a', 'b')).get('[role=alert]').text()).toContain('30초')
})

it('does not ask the server without a password', async () => {
  vi.mocked(api.signIn).mockClear()
  const form = await submit('seoul.guide1', '')
  expect(form.get('[role=alert]').text()).toBe('비밀번호를 입력해 주세요.')
  expect(api.signIn).not.toHaveBeenCalled()
})

it('asks for the code once the server wants it, and says so when it is wrong', async () => {
  const needed = new ApiProblem({ code: 'SECOND_FACTOR_NEEDED', status: 401 })
  vi.mocked(api.signIn).mockRejectedValue(needed)
  const form = await submit('seoul.guide1', 'secret')
  expect(form.find('[role=alert]').exists()).toBe(false)
  await form.get('form').trigger('submit')
  expect(form.get('[role=alert]').text()).toBe('인증 코드를 입력해 주세요.')
  await form.get('[data-testid=sign-in-code]').setValue(' 123456 ')
  await form.get('form').trigger('submit')
  await flushPromises()
  expect(api.signIn).toHaveBeenLastCalledWith('seoul.guide1', 'secret', '123456')
  expect(form.get('[role=alert]').text()).toContain('코드가 틀렸거나')
  await form.get('[data-testid=username]').setValue('another')
  expect(form.find('[data-testid=sign-in-code]').exists()).toBe(false)
})
