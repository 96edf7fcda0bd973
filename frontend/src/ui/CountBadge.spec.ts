import { expect, it } from 'vitest'

import { mountPage } from '@/testing/mountPage'

import CountBadge from './CountBadge.vue'

it('counts what is unread, and is out of sight when nothing is, where that is wanted', async () => {
  const badge = mountPage(CountBadge, { props: { count: 1200, label: '안 읽음 1,200개', hidesNone: true } })
  expect(badge.text()).toBe('1,200')
  expect(badge.attributes('aria-label')).toBe('안 읽음 1,200개')
  expect(badge.classes()).not.toContain('unseen')
  await badge.setProps({ count: 0 })
  expect(badge.classes()).toContain('unseen')
  await badge.setProps({ hidesNone: false })
  expect(badge.classes()).not.toContain('unseen')
})
