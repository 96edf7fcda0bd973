import { effectScope, nextTick, ref } from 'vue'
import { expect, it, vi } from 'vitest'

import type { ChatLine } from '@/stores/chat'
import { call, message } from '@/testing/samples'

import { entriesOf, useGuideChanges } from './useGuideChanges'

const haneul = { username: 'seoul.guide1', displayName: '하늘' }
const garam = { username: 'seoul.guide2', displayName: '가람' }

function line(seq: number | null, username = 'desk:seoul-1'): ChatLine {
  const key = `line-${seq ?? 'waiting'}`
  return { ...message(seq ?? 0), seq, key, username, own: true, delivery: 'sent', code: null }
}

it('tells of another guide, below what had been said before', async () => {
  const now = ref(call({ state: 'ACTIVE', guide: haneul }))
  const lines = [line(1), line(2, haneul.username), line(3, garam.username), line(null)]
  const joined = vi.fn()
  const changes = effectScope().run(() =>
    useGuideChanges(
      () => now.value,
      () => lines,
      joined,
    ),
  )
  now.value = call({ state: 'RINGING', guide: haneul })
  await nextTick()
  expect(changes?.value).toEqual([])
  now.value = call({ state: 'ACTIVE', guide: garam })
  await nextTick()
  expect(joined).toHaveBeenCalledExactlyOnceWith('가람')
  expect(entriesOf(lines, changes?.value ?? []).map(({ key }) => key)).toEqual([
    'line-1',
    'line-2',
    'guide-0',
    'line-3',
    'line-waiting',
  ])
})

it('puts the change last where nothing has been said since, and first where nothing was said before', () => {
  const change = { key: 'guide-0', after: 2, name: '가람' }
  expect(entriesOf([line(1), line(2)], [change]).map(({ key }) => key)).toEqual([
    'line-1',
    'line-2',
    'guide-0',
  ])
  expect(entriesOf([line(1)], [{ ...change, after: 0 }]).map(({ key }) => key)).toEqual(['guide-0', 'line-1'])
})
