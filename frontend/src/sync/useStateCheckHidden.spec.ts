import { expect, it, vi } from 'vitest'

import { fetchChecksum } from '@/api/checksum'
import { FakeRealtimeClient } from '@/testing/fakeRealtimeClient'
import { guideSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'

import { useStateCheck } from './useStateCheck'

vi.mock('@/api/checksum')
const kept = vi.hoisted(() => [] as (() => void)[])
vi.mock('@/realtime/unthrottledTimeout', () => ({
  unthrottledTimeout: (_wait: number, act: () => void) => kept.push(act) && (() => {}),
}))

/** A hidden page's own timers are throttled; these are kept by a worker. */
it('goes on looking, and looking again, while the page is hidden and its own timers stand still', async () => {
  vi.useFakeTimers()
  new FakeRealtimeClient()
  signInAs(guideSession())
  const ask = vi.mocked(fetchChecksum).mockResolvedValue({ calls: 'ffffffff', unread: 0 })
  const resync = vi.fn<() => Promise<void>>().mockResolvedValue()
  const stop = useStateCheck(resync)
  for (let time = 1; time <= 3; time++) {
    kept.shift()?.()
    await vi.waitFor(() => expect(kept).toHaveLength(1))
    expect(ask).toHaveBeenCalledTimes(time)
  }
  expect(resync).toHaveBeenCalledOnce()
  stop()
})
