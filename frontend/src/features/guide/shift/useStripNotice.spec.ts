import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'

import { i18n } from '@/locales'
import { usePresenceStore } from '@/stores/presence'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { mountPage } from '@/testing/mountPage'
import { guideSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { provideGuide, type Guide } from '../guideContext'
import type { CallOutcome } from '../incoming/useCallOutcome'
import StripNotice from './StripNotice.vue'
import { useStripNotice } from './useStripNotice'

enableAutoUnmount(afterEach)

const audible = ref(true)
const permission = ref<NotificationPermission | 'unsupported'>('granted')
const outcome = ref<CallOutcome | null>(null)
const ask = vi.fn()
let client: FakeRealtimeClient

beforeEach(() => {
  client = new FakeRealtimeClient()
  signInAs(guideSession())
  i18n.global.locale.value = 'ko'
  audible.value = true
  permission.value = 'granted'
  outcome.value = null
  ask.mockClear()
})

function strip() {
  const Shown = defineComponent(() => {
    const notice = useStripNotice()
    return () => (notice.value ? h(StripNotice, { notice: notice.value }) : h('i'))
  })
  const Host = defineComponent(() => {
    provideGuide({ alerts: { audible, permission, ask }, incoming: { outcome } } as unknown as Guide)
    return () => h(Shown)
  })
  return mountPage(Host)
}

const topic = (page: ReturnType<typeof strip>) =>
  page.find('[data-testid=strip-notice]').attributes('data-topic') ?? null

describe('the strip', () => {
  it.each([
    [true, 'granted', null],
    [true, 'unsupported', null],
    [true, 'default', 'notices'],
    [true, 'denied', 'denied'],
    [false, 'denied', 'blocked'],
    [false, 'granted', 'blocked'],
  ] as const)('with sound %s and notifications %s says %s', (heard, allowed, said) => {
    audible.value = heard
    permission.value = allowed
    const page = strip()
    expect(page.find('[data-testid=strip-notice]').exists()).toBe(said !== null)
    if (said) {
      expect(topic(page)).toBe(said)
      expect(page.get('[data-testid=strip-notice]').attributes('data-tone')).toBe('blocked')
    }
  })

  it('asks for notifications with its one button', async () => {
    permission.value = 'default'
    const page = strip()
    await page.get('[data-testid=allow-notices]').trigger('click')
    expect(ask).toHaveBeenCalledOnce()
    permission.value = 'granted'
    await nextTick()
    expect(page.find('[data-testid=strip-notice]').exists()).toBe(false)
  })

  it('has no button for what only the browser can mend, but says where', () => {
    permission.value = 'denied'
    const page = strip()
    expect(page.find('button').exists()).toBe(false)
    expect(page.text()).toContain('주소창')
  })

  it('does not hide what is over in a moment behind what may stay all day', async () => {
    permission.value = 'denied'
    usePresenceStore().uncovered.add('seoul')
    const page = strip()
    outcome.value = { id: 'c1', desk: '동쪽 로비 1번', reason: 'takenOver', name: '가람' }
    await nextTick()
    expect(page.text()).toContain('동쪽 로비 1번: 가람 님이 이어받았습니다')
    outcome.value = null
    client.close()
    await nextTick()
    expect(topic(page)).toBe('offline')
    client.open()
    await nextTick()
    expect(topic(page)).toBe('denied')
  })
})
