import { expect, it } from 'vitest'
import { nextTick } from 'vue'

import { mountPage } from '@/testing/mountPage'

import HoursEditor from './HoursEditor.vue'

function editor(modelValue: unknown) {
  const page = mountPage(HoursEditor, { props: { modelValue } })
  const given = () => page.emitted('update:modelValue')?.at(-1)?.[0]
  return { page, given }
}

it('is either always open or set by day, and forgets neither', async () => {
  const { page, given } = editor([{ day: 'SUN', from: '10:00', to: '12:00' }])
  await page.get('input[value=always]').setValue()
  expect(given()).toBeNull()
  await page.setProps({ modelValue: null })
  await page.get('input[value=byDay]').setValue()
  expect(given()).toEqual([{ day: 'SUN', from: '10:00', to: '12:00' }])
})

it('understands how times are typed', async () => {
  const { page, given } = editor([{ day: 'MON', from: '09:00', to: '18:00' }])
  await page.get('.time').setValue('830')
  await nextTick()
  expect(given()).toEqual([{ day: 'MON', from: '08:30', to: '18:00' }])
})
