import { effectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import * as api from '@/api/admin/desks'
import type { Desk } from '@/api/types'

import { isNewlyPaired, usePairing } from './usePairing'

vi.mock('@/api/admin/desks')

const desk: Desk = {
  code: 'busan-9',
  name: '시험 데스크',
  region: 'busan',
  languages: ['ko'],
  enabled: true,
  paired: false,
  online: false,
  lastSeen: null,
}
const start = new Date('2026-11-23T10:00:00.000Z')
let scope = effectScope()

beforeEach(() => {
  vi.useFakeTimers({ now: start })
  scope = effectScope()
  vi.mocked(api.startPairing).mockResolvedValue({
    pairingCode: '7K4M-92QX-AB3D',
    expiresAt: '2026-11-23T10:10:00.000Z',
  })
  vi.mocked(api.fetchDesk).mockResolvedValue(desk)
})
afterEach(() => scope.stop())

async function pair() {
  const paired = vi.fn()
  const pairing = scope.run(() => usePairing(desk, paired))
  if (!pairing) throw new Error('no scope')
  await vi.advanceTimersByTimeAsync(0)
  return { ...pairing, paired }
}

describe('a pairing code', () => {
  it('counts down and expires', async () => {
    const { left, expired } = await pair()
    await vi.advanceTimersByTimeAsync(19_000)
    expect(left.value).toBe(581_000)
    await vi.advanceTimersByTimeAsync(581_000)
    expect(left.value).toBe(0)
    expect(expired.value).toBe(true)
  })

  it('is not old at once where the clock of the reader runs fast', async () => {
    vi.setSystemTime('2026-11-23T12:00:00.000Z')
    const { expired, left } = await pair()
    expect(expired.value).toBe(false)
    expect(left.value).toBe(600_000)
  })

  it('tells when a device has used it', async () => {
    const { paired } = await pair()
    await vi.advanceTimersByTimeAsync(4_000)
    expect(paired).not.toHaveBeenCalled()
    vi.mocked(api.fetchDesk).mockResolvedValue({ ...desk, paired: true })
    await vi.advanceTimersByTimeAsync(3_000)
    expect(paired).toHaveBeenCalledOnce()
  })

  it('asks no more once its dialog is closed', async () => {
    await pair()
    scope.stop()
    vi.mocked(api.fetchDesk).mockClear()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(api.fetchDesk).not.toHaveBeenCalled()
  })
})

describe('a desk that was paired already', () => {
  const online = { ...desk, paired: true, online: true, lastSeen: '2026-11-23T09:00:00.000Z' }

  it('is not taken for paired anew while its old device stays', () => {
    expect(isNewlyPaired(online, online)).toBe(false)
    expect(isNewlyPaired(online, { ...online, paired: false, online: false })).toBe(false)
  })

  it('is paired anew once another device connects', () => {
    expect(isNewlyPaired(online, { ...online, lastSeen: '2026-11-23T10:00:00.000Z' })).toBe(true)
    expect(isNewlyPaired({ ...online, online: false }, online)).toBe(true)
  })
})
