import { computed, onScopeDispose, ref, watch, type Ref } from 'vue'

import { randomId } from '@/utils/randomId'

const askEvery = 3_000

/**
 * One tab of all that could ring does ring: the one that holds the lock. A tab whose sound is blocked does not
 * stand for election, nor does one that is cut off from the server and hears of no call, as long as another is not.
 * Where the browser has no Web Locks (plain http), every tab leads.
 */
export function useLeaderTab(
  name: string,
  audible: Ref<boolean>,
  online: Ref<boolean>,
  locks: LockManager | undefined = navigator.locks,
) {
  const leading = ref(false)
  const othersFit = ref(false)
  const fits = `${name}.fit.`
  const mine = fits + randomId()

  async function look(): Promise<void> {
    if (!locks) return
    const { held = [] } = await locks.query()
    othersFit.value = held.some((each) => each.name?.startsWith(fits) && each.name !== mine)
  }

  /** Holds a lock for as long as `wanted`; `tell` hears whether it does. */
  function holdWhile(wanted: Ref<boolean>, lock: string, tell: (held: boolean) => void) {
    let release: (() => void) | undefined
    const stop = () => {
      release?.()
      release = undefined
    }
    watch(
      wanted,
      (able) => {
        stop()
        if (able) release = hold(locks, lock, tell)
      },
      { immediate: true },
    )
    onScopeDispose(stop)
  }

  /** Another tab of this guide hears of calls and can be heard. */
  const elsewhere = computed(() => !leading.value && othersFit.value)
  const fit = computed(() => audible.value && online.value)
  const stands = computed(() => fit.value || (audible.value && !othersFit.value))
  holdWhile(fit, mine, () => {})
  holdWhile(stands, name, (held) => (leading.value = held))
  watch(online, () => void look())
  void look()
  const timer = setInterval(() => void look(), askEvery)
  onScopeDispose(() => clearInterval(timer))

  return { leading, elsewhere }
}

function hold(locks: LockManager | undefined, name: string, tell: (held: boolean) => void): () => void {
  if (!locks) {
    tell(true)
    return () => tell(false)
  }
  const withdrawal = new AbortController()
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  locks
    .request(name, { signal: withdrawal.signal }, () => {
      tell(true)
      return held
    })
    .catch(() => {})
  return () => {
    withdrawal.abort()
    release()
    tell(false)
  }
}
