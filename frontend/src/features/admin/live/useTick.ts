import { onScopeDispose, readonly, ref } from 'vue'

const second = 1_000

/** This clock's time, anew at each full second of it, and at once when the page is looked at again. */
export function useTick(clock: () => number) {
  const now = ref(clock())
  let timer: ReturnType<typeof setTimeout> | undefined

  function tick(): void {
    clearTimeout(timer)
    now.value = clock()
    // An interval would drift, and now and then skip a second.
    timer = setTimeout(tick, second - (now.value % second))
  }

  tick()
  document.addEventListener('visibilitychange', tick)
  onScopeDispose(() => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', tick)
  })
  return readonly(now)
}
