import { watch } from 'vue'

import { fetchChecksum, type Checksum } from '@/api/checksum'
import { getRealtimeClient } from '@/realtime/realtimeClient'
import { unthrottledTimeout } from '@/realtime/unthrottledTimeout'

import { useLocalChecksum } from './useLocalChecksum'

const lookEvery = 15_000
const again = 3_000
const reconnectsInARow = 3
const seldom = 5 * 60_000

/** Unknown: there is no connection, or the server could not be asked. */
type Verdict = 'same' | 'different' | 'unknown'

/**
 * A connection may be half dead: it gives its signs of life and brings nothing any more. So the page compares what it
 * holds with what the server holds, every 15 s. News under way explain a difference for a moment; one that lasts is
 * fetched away, and where even that does not last, the line is replaced. Should nothing help, the page does not
 * reconnect for ever.
 */
export function useStateCheck(resync: () => Promise<void>): () => void {
  const client = getRealtimeClient()
  const own = useLocalChecksum()
  let reconnects = 0
  let lastReconnect = 0
  let stopped = false
  let stopWaiting = () => {}
  let asking = new AbortController()

  const wait = (time: number) => new Promise<void>((go) => (stopWaiting = unthrottledTimeout(time, go)))
  const shortly = ({ calls, unread }: Checksum) => `${calls} ${unread}`

  async function ask(signal: AbortSignal): Promise<Verdict> {
    // What changes while the answer is under way may be in it or not; any state held meanwhile will do.
    const held = new Set([shortly(own.value)])
    const stopHolding = watch(own, (now) => held.add(shortly(now)), { flush: 'sync' })
    try {
      const theirs = shortly(await fetchChecksum(signal))
      return held.has(theirs) ? 'same' : 'different'
    } catch {
      return 'unknown'
    } finally {
      stopHolding()
    }
  }

  async function look(): Promise<boolean> {
    if (stopped || client.state !== 'online') return false
    asking = new AbortController()
    const verdict = await ask(asking.signal)
    if (verdict === 'same') reconnects = 0
    return verdict === 'different'
  }

  async function lookAgain(): Promise<boolean> {
    await wait(again)
    return look()
  }

  function reconnect(): void {
    if (reconnects >= reconnectsInARow && performance.now() - lastReconnect < seldom) return
    reconnects++
    lastReconnect = performance.now()
    client.reconnect()
  }

  async function round(): Promise<void> {
    if (!(await look()) || !(await lookAgain())) return
    await resync()
    if (await lookAgain()) reconnect()
  }

  async function go(): Promise<void> {
    while (!stopped) {
      await wait(lookEvery)
      await round()
    }
  }
  void go()

  return () => {
    stopped = true
    asking.abort()
    stopWaiting()
  }
}
