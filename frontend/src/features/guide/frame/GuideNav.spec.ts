import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'

import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { mountPage } from '@/testing/mountPage'
import { guideSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { provideGuide, type Guide } from '../guideContext'
import GuideNav from './GuideNav.vue'
import { usePanels } from './usePanels'

enableAutoUnmount(afterEach)

/** The way about the guide's page, in a window that can be made wide and narrow. */
function open() {
  const media = Object.assign(new EventTarget(), { matches: true })
  vi.stubGlobal('matchMedia', () => media)
  new FakeRealtimeClient()
  signInAs(guideSession())
  const guide = { view: usePanels(), shift: { on: ref(true) }, conversations: { panes: ref([]) } }
  const page = mountPage(
    defineComponent(() => {
      provideGuide(guide as unknown as Guide)
      return () => h(GuideNav)
    }),
  )
  const current = () => page.findAll('[aria-current=page]').map((each) => each.text())
  const press = (name: string) =>
    page
      .findAll('button')
      .find((each) => each.text() === name)
      ?.trigger('click')
  async function become(width: 'wide' | 'narrow'): Promise<void> {
    media.dispatchEvent(Object.assign(new Event('change'), { matches: width === 'wide' }))
    await nextTick()
  }
  return { current, press, become }
}

it('says which of two lists a wide window shows', async () => {
  const { current, press } = open()
  expect(current()).toEqual(['쪽지'])
  await press('호출 기록')
  expect(current()).toEqual(['호출 기록'])
  await press('대화')
  expect(current()).toEqual(['호출 기록'])
})

it('says which panel a narrow window shows', async () => {
  const { current, press, become } = open()
  await become('narrow')
  expect(current()).toEqual(['대화'])
  await press('호출 기록')
  expect(current()).toEqual(['호출 기록'])
  await press('대화')
  expect(current()).toEqual(['대화'])
  await become('wide')
  expect(current()).toEqual(['호출 기록'])
})
