import { onScopeDispose, ref } from 'vue'

import { fetchInspection, inspect, type Inspection } from '@/api/admin/inspection'
import { isLasting } from '@/api/problem'
import { getRealtimeClient } from '@/realtime/realtimeClient'
import { RetryingTask } from '@/realtime/retryingTask'
import { problemText } from '@/utils/problemText'

/** The server inspects hourly and pushes no event; a wallboard stays open for days. */
const every = 5 * 60_000

const timeOf = ({ at }: Inspection) => (at === null ? 0 : Date.parse(at))

/** The server's latest self-inspection, polled, and running one on demand. */
export function useInspection() {
  const client = getRealtimeClient()
  const last = ref<Inspection>()
  const busy = ref(false)
  const problem = ref('')

  /** Each server keeps its own latest result, and a new server has none: ignore older ones. */
  function take(found: Inspection): void {
    if (!last.value || timeOf(found) >= timeOf(last.value)) last.value = found
    problem.value = ''
  }

  const task = new RetryingTask(async (signal) => {
    try {
      const found = await fetchInspection()
      signal.throwIfAborted()
      take(found)
    } catch (failure) {
      // The result on screen shows its age, which is enough until the next poll.
      if (!signal.aborted && !last.value) problem.value = problemText(failure)
      throw failure
    }
  }, isLasting)

  function refresh(): void {
    if (!document.hidden) void task.run()
  }

  async function run(): Promise<void> {
    busy.value = true
    problem.value = ''
    try {
      last.value = await inspect()
    } catch (failure) {
      problem.value = problemText(failure)
    } finally {
      busy.value = false
    }
  }

  const stop = client.onConnected(() => void task.restart())
  const timer = setInterval(refresh, every)
  document.addEventListener('visibilitychange', refresh)
  void task.run()

  onScopeDispose(() => {
    stop()
    task.stop()
    clearInterval(timer)
    document.removeEventListener('visibilitychange', refresh)
  })
  return { last, busy, problem, run }
}
