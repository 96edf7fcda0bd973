import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'

import { switchSingleKeys, useShortcuts } from './useShortcuts'

const accept = vi.fn()
let scope: EffectScope

beforeEach(() => {
  accept.mockClear()
  scope = effectScope()
  scope.run(() => useShortcuts({ a: accept }))
})

afterEach(() => {
  scope.stop()
  switchSingleKeys(true)
  document.body.innerHTML = ''
})

const press = (init: KeyboardEventInit, on: EventTarget = document.body) =>
  on.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }))

it('knows the key by its place when Korean is typed', () => {
  press({ key: 'ㅁ', code: 'KeyA' })
  expect(accept).toHaveBeenCalledTimes(1)
})

it('leaves single letters to who writes, but not with Alt', () => {
  const field = document.body.appendChild(document.createElement('textarea'))
  press({ key: 'a', code: 'KeyA' }, field)
  expect(accept).not.toHaveBeenCalled()
  press({ key: 'a', code: 'KeyA', altKey: true }, field)
  expect(accept).toHaveBeenCalledTimes(1)
})

it('does nothing while a dialog asks, on repeat, or with Ctrl', () => {
  press({ key: 'a', ctrlKey: true })
  press({ key: 'a', repeat: true })
  document.body.innerHTML = '<div class="v-overlay--active" role="dialog"></div>'
  press({ key: 'a' })
  expect(accept).not.toHaveBeenCalled()
})

it('can be switched off', () => {
  switchSingleKeys(false)
  press({ key: 'a' })
  expect(accept).not.toHaveBeenCalled()
})
