import { onScopeDispose, ref } from 'vue'

import { fetchInspection, inspect, type Inspection } from '@/api/admin/inspection'
import { isLasting } from '@/api/problem'
import { problemText } from '@/composables/useProblemText'
import { Errand } from '@/realtime/errand'
import { useLink } from '@/realtime/link'

/** The server checks by the hour and tells nobody on the wire; a board hangs on a wall for days. */
const every = 5 * 60_000

const timeOf = ({ at }: Inspection) => (at === null ? 0 : Date.parse(at))

/** The last look at Deskbell's own work, kept fresh, and one made now. */
export function useInspection() {
  const link = useLink()
  const last = ref<Inspection>()
  const busy = ref(false)
  const problem = ref('')

  /** Each server keeps its own last one, and a fresh server none: an older one is no news. */
  function take(found: Inspection): void {
    if (!last.value || timeOf(found) >= timeOf(last.value)) last.value = found
    problem.value = ''
  }

  const errand = new Errand(async (signal) => {
    try {
      const found = await fetchInspection()
      signal.throwIfAborted()
      take(found)
    } catch (failure) {
      // What is shown says how old it is; that is enough until it can be asked for again.
      if (!signal.aborted && !last.value) problem.value = problemText(failure)
      throw failure
    }
  }, isLasting)

  function refresh(): void {
    if (!document.hidden) void errand.run()
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

  const stop = link.onConnected(() => void errand.restart())
  const timer = setInterval(refresh, every)
  document.addEventListener('visibilitychange', refresh)
  void errand.run()

  onScopeDispose(() => {
    stop()
    errand.stop()
    clearInterval(timer)
    document.removeEventListener('visibilitychange', refresh)
  })
  return { last, busy, problem, run }
}
