import { flushPromises } from '@vue/test-utils'
import { setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import * as api from '@/api/admin/desks'
import { parseLocalized } from '@/api/localizedNames'
import type { Desk } from '@/api/types'
import { chooseLanguage } from '@/locales'
import { mountPage } from '@/testing/mountPage'

import DeskEditor from './DeskEditor.vue'

vi.mock('@/api/admin/desks')

const desk = () =>
  parseLocalized(
    JSON.stringify({
      code: 'seoul-1',
      name: '동쪽 로비 1번',
      names: { en: 'East lobby 1', ja: '東ロビー1' },
      region: 'seoul',
      languages: ['ko', 'en'],
      enabled: true,
      paired: true,
      online: true,
      lastSeen: null,
    }),
  ) as Desk

beforeEach(() => {
  vi.clearAllMocks()
  setActivePinia(undefined)
  // jsdom lacks what Vuetify places its overlays by.
  vi.stubGlobal('visualViewport', new EventTarget())
})
afterEach(async () => {
  document.body.innerHTML = ''
  await chooseLanguage('ko')
})

async function open() {
  mountPage(DeskEditor, { props: { desk: desk() } })
  await flushPromises()
  const form = document.querySelector('form') as HTMLFormElement
  async function type(language: string, text: string): Promise<void> {
    const field = form.querySelector<HTMLInputElement>(`[data-testid=name-${language}]`)
    if (!field) throw new Error(`no field for ${language}`)
    field.value = text
    field.dispatchEvent(new Event('input'))
    await flushPromises()
  }
  async function submit(): Promise<void> {
    form.dispatchEvent(new Event('submit'))
    await flushPromises()
  }
  return { form, type, submit }
}

it('gives and takes away names by language, and leaves the one name alone', async () => {
  await chooseLanguage('en')
  const { type, submit } = await open()
  await type('zh-TW', '東大廳1號')
  await type('ja', '')
  await submit()
  expect(api.changeDesk).toHaveBeenCalledExactlyOnceWith('seoul-1', {
    names: { en: 'East lobby 1', 'zh-TW': '東大廳1號' },
  })
})

it('says that a name of nothing but spaces is none', async () => {
  const { form, type, submit } = await open()
  await type('en', '  ')
  await submit()
  expect(api.changeDesk).not.toHaveBeenCalled()
  expect(form.textContent).toContain('이름을 언어마다 100자 안으로 입력해 주세요.')
})
