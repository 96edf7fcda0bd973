import { onScopeDispose, ref } from 'vue'

/** The time, told once a second and right on it. */
export function useNow() {
  const now = ref(Date.now())
  let timer: ReturnType<typeof setTimeout>
  const tick = () => {
    now.value = Date.now()
    timer = setTimeout(tick, 1000 - (now.value % 1000))
  }
  tick()
  onScopeDispose(() => clearTimeout(timer))
  return now
}
