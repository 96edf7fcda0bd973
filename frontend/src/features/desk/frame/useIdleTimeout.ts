import { onScopeDispose, ref, watch } from 'vue'

const signs = ['pointerdown', 'keydown', 'wheel'] as const

/** Calls `left` when nobody has touched anything for so long while `waiting` holds; `touch` counts as a touch. */
export function useIdleTimeout(limit: number, waiting: () => boolean, left: () => void) {
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

/** How long a desk waits without a touch before it asks, as long as `waiting` holds. */
interface Patience {
  limit: number
  waiting: () => boolean
}

/** Asks whether the visitor is still there before something of theirs is lost; the shortest patience asks first. */
export function useStillThere(...patiences: Patience[]) {
  const asking = ref(false)
  const idles = patiences.map(({ limit, waiting }) =>
    useIdleTimeout(
      limit,
      () => waiting() && !asking.value,
      () => (asking.value = true),
    ),
  )
  const touch = () => idles.forEach((idle) => idle.touch())

  function stay(): void {
    asking.value = false
    touch()
  }

  return { asking, touch, stay }
}
