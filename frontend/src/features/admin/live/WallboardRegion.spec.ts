import { enableAutoUnmount, mount, RouterLinkStub } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { mountPage } from '@/testing/mountPage'
import { call, liveRegion } from '@/testing/samples'
import { createTestPinia } from '@/testing/testPinia'

import WallboardRegion from './WallboardRegion.vue'

const now = Date.parse('2026-11-22T10:48:32.000Z')
const offline = {
  code: 'd4',
  name: '4번',
  enabled: true,
  paired: true,
  online: false,
  lastSeen: '2026-11-22T10:44:00.000Z',
}
const hours = { first: 8, last: 20, now: 10, max: 0 }

function region(more: Parameters<typeof liveRegion>[0]) {
  new FakeRealtimeClient()
  return mountPage(WallboardRegion, { props: { region: liveRegion(more), calls: [], hours } })
}

enableAutoUnmount(afterEach)
beforeEach(() => void vi.useFakeTimers({ now }))
afterEach(() => void vi.useRealTimers())

const framed = (page: ReturnType<typeof region>) =>
  page.get('[data-testid=live-region]').attributes('data-bare')

it('is framed while it is open and nobody is there to answer', () => {
  expect(framed(region({ onDuty: 0 }))).toBe('true')
  expect(framed(region({ onDuty: 1 }))).toBe('false')
})

it('is quiet while it is closed, and says when it opens', () => {
  const closed = region({ open: false, onDuty: 0, opensAt: '2026-11-22T23:00:00.000Z' })
  expect(framed(closed)).toBe('false')
  expect(closed.text()).toContain('닫힘')
})

it('shows each guide and desk with how it stands', () => {
  const page = region({
    desks: [offline],
  })
  const states = page.findAll('[data-testid=live-guide]').map((each) => each.attributes('data-state'))
  expect(states).toEqual(['AVAILABLE', 'AWAY'])
  expect(page.get('[data-testid=live-desk]').text()).toBe('4번 · 4분째 끊김')
})

it('draws anew each second only what then shows another time', async () => {
  const drawn: (string | undefined)[] = []
  const mixin = {
    updated(this: { $options: { __name?: string } }) {
      drawn.push(this.$options.__name)
    },
  }
  const calls = [call({ state: 'RINGING' })]
  const props = { region: liveRegion({ open: false, desks: [offline] }), calls, hours }
  const page = mount(WallboardRegion, {
    props,
    global: { plugins: [createTestPinia()], stubs: { RouterLink: RouterLinkStub }, mixins: [mixin] },
  })
  const age = page.get('.call-age').text()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(page.get('.call-age').text()).not.toBe(age)
  expect(drawn).toEqual(['CallAge'])
  await vi.advanceTimersByTimeAsync(59_000)
  expect(page.get('[data-testid=live-desk]').text()).toBe('4번 · 5분째 끊김')
  expect(new Set(drawn)).toEqual(new Set(['CallAge', 'WallboardDesk', 'WallboardChip']))
})
