import { effectScope, nextTick, shallowRef, type EffectScope } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import type * as notices from './useDesktopNotifications'

type Notices = ReturnType<typeof notices.useDesktopNotifications>

const ringing = (id: string): notices.Notice => ({ id, title: id, body: '' })
const wanted = shallowRef<notices.Notice[]>([])
const made = vi.fn()
const closed = vi.fn()
let scope: EffectScope

/** As another board of the same page would. */
async function openAgain(): Promise<Notices> {
  const { useDesktopNotifications } = await import('./useDesktopNotifications')
  scope = effectScope()
  return scope.run(() => useDesktopNotifications(wanted)) as Notices
}

function open(): Promise<Notices> {
  vi.resetModules()
  return openAgain()
}

function browser(construct: (title: string) => void): void {
  class Notification {
    static readonly permission = 'granted'
    static readonly requestPermission = () => Promise.resolve('granted')
    constructor(readonly title: string) {
      construct(title)
    }
    close(): void {
      closed(this.title)
    }
  }
  vi.stubGlobal('Notification', Notification)
}

const phone = () =>
  browser((title) => {
    made(title)
    throw new TypeError('Illegal constructor')
  })

beforeEach(() => {
  wanted.value = []
  vi.clearAllMocks()
})
afterEach(() => scope.stop())

it('shows one a call, gone when the call is', async () => {
  browser(made)
  await open()
  wanted.value = [ringing('c1')]
  await nextTick()
  wanted.value = [ringing('c1'), ringing('c2')]
  await nextTick()
  expect(made.mock.calls).toEqual([['c1'], ['c2']])
  wanted.value = [ringing('c2')]
  await nextTick()
  expect(closed.mock.calls).toEqual([['c1']])
})

it('knows for good, once it was refused, that this browser has none, whatever it says of the permission', async () => {
  phone()
  const { permission, ask } = await open()
  expect(permission.value).toBe('granted')
  wanted.value = [ringing('c1'), ringing('c2')]
  await nextTick()
  expect(permission.value).toBe('unsupported')
  window.dispatchEvent(new Event('focus'))
  await ask()
  expect(permission.value).toBe('unsupported')
  expect(made).toHaveBeenCalledOnce()
})

it('says so to the next board of the page from the start', async () => {
  phone()
  const { show } = await open()
  show(ringing('test'))
  scope.stop()
  expect((await openAgain()).permission.value).toBe('unsupported')
})
