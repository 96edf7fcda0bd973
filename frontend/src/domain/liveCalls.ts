import type { Call } from '@/api/types'

import { isOver } from './callRules'

/** So many ends are remembered: a board hangs on its wall for months. */
const remembered = 1_000

/** Keeps in `byId` the calls that go on, from pictures of all and news of one; what is older never replaces what is newer. */
export function liveCalls(byId: Map<string, Call>) {
  /** Heard of since the last picture was asked for: it may not know of them. */
  const heard = new Set<string>()
  const over = new Set<string>()

  function put(call: Call): boolean {
    if (over.has(call.id)) return false
    if (isOver(call)) {
      close(call.id)
      return true
    }
    const known = byId.get(call.id)
    if (known && known.version > call.version) return false
    byId.set(call.id, call)
    return true
  }

  /** An end is final: whatever still says otherwise is older. */
  function close(id: string): void {
    byId.delete(id)
    over.add(id)
    const [oldest] = over
    if (over.size > remembered && oldest !== undefined) over.delete(oldest)
  }

  /** News of one call. False when it is old. */
  function hear(call: Call): boolean {
    heard.add(call.id)
    return put(call)
  }

  /** A picture of all of them, from a moment after `ask`: what it does not know of any more is over. */
  function take(calls: readonly Call[]): void {
    const known = new Set(calls.map((call) => call.id))
    for (const id of byId.keys()) {
      if (!known.has(id) && !heard.has(id)) byId.delete(id)
    }
    calls.forEach(put)
  }

  const ask = () => heard.clear()

  function reset(): void {
    byId.clear()
    heard.clear()
    over.clear()
  }

  return { ask, hear, take, reset }
}
