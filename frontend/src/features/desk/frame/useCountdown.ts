import { computed, onScopeDispose, ref } from 'vue'

/**
 * Seconds until something happens by itself. `more` gives the whole time again, as often as it is wanted: nobody is
 * sent away while still reading.
 */
export function useCountdown(seconds: number, done: () => void) {
  const endsAt = ref(performance.now() + seconds * 1000)
  const left = ref(seconds)
  const timer = setInterval(() => {
    left.value = Math.max(0, Math.ceil((endsAt.value - performance.now()) / 1000))
    if (left.value > 0) return
    clearInterval(timer)
    done()
  }, 250)
  onScopeDispose(() => clearInterval(timer))

  function more(): void {
    endsAt.value = performance.now() + seconds * 1000
    left.value = seconds
  }

  return { left, part: computed(() => left.value / seconds), more }
}
