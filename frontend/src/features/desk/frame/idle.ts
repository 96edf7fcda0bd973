import { onScopeDispose, ref, watch } from 'vue'

const signs = ['pointerdown', 'keydown', 'wheel'] as const

/** Calls `left` when nobody has touched anything for so long while `waiting` holds; `touch` counts as a touch. */
export function useIdle(limit: number, waiting: () => boolean, left: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined

  function touch(): void {
    clearTimeout(timer)
    timer = waiting() ? setTimeout(left, limit) : undefined
  }

  signs.forEach((sign) => window.addEventListener(sign, touch, { passive: true, capture: true }))
  watch(waiting, touch, { immediate: true })
  onScopeDispose(() => {
    clearTimeout(timer)
    signs.forEach((sign) => window.removeEventListener(sign, touch, { capture: true }))
  })
  return { touch }
}

/** Asks whether the visitor is still there before something of theirs is lost. */
export function useStillThere(limit: number, waiting: () => boolean) {
  const asking = ref(false)
  const { touch } = useIdle(
    limit,
    () => waiting() && !asking.value,
    () => (asking.value = true),
  )

  function stay(): void {
    asking.value = false
    touch()
  }

  return { asking, touch, stay }
}
