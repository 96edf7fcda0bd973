import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import { call } from '@/testing/samples'

import CallFacts from '../transcript/CallFacts.vue'
import CallRow from './CallRow.vue'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 10, 48, seconds)).toISOString()
const missed = call({ state: 'MISSED', ringAt: at(0), acceptedAt: null, endedAt: at(120) })
const answered = call({ state: 'ENDED', ringAt: at(0), acceptedAt: at(18), endedAt: at(120) })

it('has no time to answer of a call that nobody answered', () => {
  for (const part of [CallRow, CallFacts]) {
    const said = (of: typeof missed) =>
      mount(part, { props: { call: of, messages: 0 }, global: { stubs: { RouterLink: true } } }).text()
    expect(said(missed)).not.toMatch(/2분|120초/)
    expect(said(answered)).toContain('18초')
  }
})
