import { fetchCalls } from '@/api/calls'
import type { Call, Page } from '@/api/types'

/**
 * What rings or is talked in where this guide serves, as the server has it, however long that is: one list instead of
 * a question for each colleague's call, and the only one that has what was handed to a region.
 */
export async function fetchOpenCalls(take: (call: Call) => void, signal?: AbortSignal): Promise<Call[]> {
  const calls: Call[] = []
  let cursor: string | null = null
  do {
    const page: Page<Call> = await fetchCalls({ state: ['RINGING', 'ACTIVE'], limit: 200, cursor }, signal)
    signal?.throwIfAborted()
    page.items.forEach(take)
    calls.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return calls
}
