import { expect, it } from 'vitest'

import { mountPage } from '@/testing/mountPage'

import HolidaysEditor from './HolidaysEditor.vue'

function editor(days: string[]) {
  const page = mountPage(HolidaysEditor, { props: { modelValue: days, entered: '' } })
  const given = () => page.emitted('update:modelValue')?.at(-1)?.[0]
  const add = async (day: string) => {
    await page.setProps({ entered: day })
    await page.get('[data-testid=add-holiday]').trigger('click')
  }
  return { page, given, add }
}

it('adds a day in its place and is ready for the next', async () => {
  const { page, given, add } = editor(['2027-01-01', '2027-05-05'])
  await add('2027-03-01')
  expect(given()).toEqual(['2027-01-01', '2027-03-01', '2027-05-05'])
  expect(page.emitted('update:entered')?.at(-1)).toEqual([''])
})

it('says so where a day is there already, or is none', async () => {
  const { page, given, add } = editor(['2027-01-01'])
  await add('2027-01-01')
  expect(given()).toBeUndefined()
  expect(page.text()).toContain('이미 있는 날입니다.')
  await add('')
  expect(page.text()).toContain('날짜를 확인해 주세요.')
})

it('takes a day away', async () => {
  const { page, given } = editor(['2027-01-01', '2027-05-05'])
  await page.get('[data-day="2027-01-01"] button').trigger('click')
  expect(given()).toEqual(['2027-05-05'])
})
