import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import * as api from '@/api/session'
import { useNamespaces } from '@/locales'
import { mountPage } from '@/testing/mountPage'
import { guideSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import SignInsDialog from './SignInsDialog.vue'

vi.mock('@/api/session')

let page: ReturnType<typeof mountPage>

const dialogs = () => [...document.querySelectorAll('[role=dialog], [role=alertdialog]')]
const press = async (name: string) => {
  document.querySelector<HTMLElement>(`[data-testid=${name}]`)?.click()
  await flushPromises()
}

beforeEach(async () => {
  // jsdom has none, and Vuetify places its dialogs by it.
  vi.stubGlobal('visualViewport', new EventTarget())
  signInAs(guideSession())
  vi.mocked(api.fetchSignIns).mockResolvedValue({ items: [], next: null })
  vi.mocked(api.fetchSecondFactor).mockResolvedValue({ on: false, backupCodes: 0 })
  await useNamespaces('account')
  page = mountPage(SignInsDialog)
  await flushPromises()
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})

it('is one dialog at a time, whatever is opened from it, and each leads back by its cross', async () => {
  const title = () => dialogs()[0]?.querySelector('h2')?.textContent
  const first = title()
  for (const next of ['change-password', 'second-factor', 'sign-out-everywhere']) {
    await press(next)
    expect(dialogs(), next).toHaveLength(1)
    expect(title()).not.toBe(first)
    await press('close')
    expect(dialogs()).toHaveLength(1)
    expect(title()).toBe(first)
  }
})
