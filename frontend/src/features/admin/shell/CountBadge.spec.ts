import { expect, it } from 'vitest'

import { mountPage } from '@/testing/mountPage'

import CountBadge from './CountBadge.vue'

it('counts what is unread, and is out of sight when nothing is', async () => {
  const badge = mountPage(CountBadge, { props: { count: 1200, label: '안 읽음 1,200개' } })
  expect(badge.text()).toBe('1,200')
  expect(badge.attributes('aria-label')).toBe('안 읽음 1,200개')
  expect(badge.classes()).not.toContain('none')
  await badge.setProps({ count: 0 })
  expect(badge.classes()).toContain('none')
})
