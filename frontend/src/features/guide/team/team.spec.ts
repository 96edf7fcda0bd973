import { beforeEach, describe, expect, it } from 'vitest'

import { i18n } from '@/locales'
import { usePresenceStore } from '@/stores/presence'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { mountPage } from '@/testing/mountPage'
import { deskStatus, guideSession, presence } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import DeskList from './DeskList.vue'
import { presenceStatusText } from './colleagues'

beforeEach(() => {
  new FakeRealtimeClient()
  signInAs(guideSession())
  i18n.global.locale.value = 'ko'
})

describe('a colleague', () => {
  it.each([
    [presence(), '응대 가능'],
    [presence({ calls: 1 }), '응대 가능'],
    [presence({ state: 'BUSY', calls: 1 }), '대화 중'],
    [presence({ state: 'BUSY', intent: 'BUSY' }), '다른 일 하는 중'],
    [presence({ state: 'AWAY' }), '자리 비움'],
    [presence({ connected: false }), '접속 안 함'],
  ])('stands as they do: %#', (person, words) => {
    expect(presenceStatusText(person)).toBe(words)
  })
})

describe('the desks of a region', () => {
  it('are all listed by name, each as it stands', () => {
    usePresenceStore().desks.set('seoul', [
      deskStatus({ code: 'd', name: '로비 10번', enabled: false }),
      deskStatus({ code: 'c', name: '로비 3번', paired: false, online: false }),
      deskStatus({ code: 'b', name: '로비 2번', online: false, lastSeen: '2026-11-22T10:44:00.000Z' }),
      deskStatus({ code: 'a', name: '로비 1번' }),
    ])
    const list = mountPage(DeskList)
    const states = list.findAll('[data-testid=desk]').map((each) => each.attributes('data-state'))
    expect(states).toEqual(['online', 'offline', 'unpaired', 'disabled'])
    expect(list.get('h2').text()).toContain('4곳 중 1곳 켜짐')
    expect(list.text()).toContain('부터 응답 없음')
    list.unmount()
  })
})
