import { onScopeDispose, ref, watch, type Ref } from 'vue'

const askEvery = 3_000

/**
 * One tab of all that could ring does ring: the one that holds the lock. A tab whose sound is blocked does not
 * stand for election. Where the browser has no Web Locks (plain http), every tab leads.
 */
export function useLeader(name: string, candidate: Ref<boolean>, locks = navigator.locks) {
  const leading = ref(false)
  /** Another tab of this guide can be heard. */
  const elsewhere = ref(false)
  let resign: (() => void) | undefined

  function stand(): void {
    if (!(locks as LockManager | undefined)) {
      leading.value = true
      resign = () => (leading.value = false)
      return
    }
    const withdrawal = new AbortController()
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    resign = () => {
      withdrawal.abort()
      release()
      leading.value = false
    }
    locks
      .request(name, { signal: withdrawal.signal }, () => {
        leading.value = true
        return held
      })
      .catch(() => {})
  }

  async function look(): Promise<void> {
    if (!(locks as LockManager | undefined)) return
    const { held = [] } = await locks.query()
    elsewhere.value = !leading.value && held.some((each) => each.name === name)
  }

  watch(
    candidate,
    (able) => {
      resign?.()
      resign = undefined
      if (able) stand()
    },
    { immediate: true },
  )
  void look()
  const timer = setInterval(() => void look(), askEvery)
  onScopeDispose(() => {
    clearInterval(timer)
    resign?.()
  })

  return { leading, elsewhere }
}
