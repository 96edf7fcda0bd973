import { fetchCall, fetchCurrentCalls } from '@/api/calls'
import { isLasting } from '@/api/problem'
import type { Call } from '@/api/types'
import { isOver } from '@/domain/callRules'
import { useCallActionsStore } from '@/stores/callActions'
import { useCallsStore } from '@/stores/calls'
import { useSessionStore } from '@/stores/session'

import { fetchOpenCalls } from './fetchOpenCalls'

async function fetchOwnCalls(signal?: AbortSignal): Promise<Call[]> {
  const { items } = await fetchCurrentCalls(signal)
  signal?.throwIfAborted()
  items.forEach(useCallsStore().merge)
  return items
}

async function fetchAgain(id: string, signal?: AbortSignal): Promise<void> {
  const calls = useCallsStore()
  try {
    const call = await fetchCall(id)
    signal?.throwIfAborted()
    calls.merge(call)
  } catch (problem) {
    if (!isLasting(problem)) throw problem
    calls.dismiss(id)
  }
}

/** Asks how a call stands now; one that is not there, or no longer ours, is dismissed. */
export const refreshCall = (id: string) => fetchAgain(id).catch(() => {})

/** Shows a call that this page has never known going on. False when it is not, or no longer, ours. */
export async function restoreCall(id: string, signal: AbortSignal): Promise<boolean> {
  const call = await fetchCall(id).catch((problem: unknown) => {
    if (!isLasting(problem)) throw problem
  })
  signal.throwIfAborted()
  if (call?.guide?.username !== useSessionStore().username) return false
  useCallsStore().restore(call)
  return true
}

/** After a reconnect: what we still hold as going on may have been taken or ended while we were away. */
export async function resyncCalls(signal?: AbortSignal): Promise<void> {
  const calls = useCallsStore()
  const fetched = [fetchOwnCalls(signal)]
  if (useSessionStore().role === 'GUIDE') fetched.push(fetchOpenCalls(calls.merge, signal))
  // Neither list waits for the other to be had.
  await Promise.allSettled(fetched)
  const fresh = new Set((await Promise.all(fetched)).flat().map((call) => call.id))
  calls.loaded = true
  await Promise.all(
    calls.all.filter((call) => !isOver(call) && !fresh.has(call.id)).map(({ id }) => fetchAgain(id, signal)),
  )
  useCallActionsStore().resend()
}
