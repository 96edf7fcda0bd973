import { onScopeDispose, ref, type Ref } from 'vue'

/** Toggles full screen for an element and holds a wake lock meanwhile. */
export function useFullscreen(part: Readonly<Ref<HTMLElement | null>>) {
  const possible = Boolean(document.fullscreenEnabled)
  const full = ref(false)
  let awake: WakeLockSentinel | undefined

  async function stayAwake(): Promise<void> {
    // Requires https and is released when the page is hidden; without it the system's settings apply.
    if (full.value && !document.hidden)
      awake = await navigator.wakeLock?.request('screen').catch(() => undefined)
    else await awake?.release().catch(() => {})
  }

  function follow(): void {
    full.value = document.fullscreenElement !== null && document.fullscreenElement === part.value
    void stayAwake()
  }

  async function toggle(): Promise<void> {
    const change = full.value
      ? document.exitFullscreen()
      : part.value?.requestFullscreen({ navigationUI: 'hide' })
    // The browser may refuse; the board works without it.
    await change?.catch(() => {})
  }

  document.addEventListener('fullscreenchange', follow)
  document.addEventListener('visibilitychange', stayAwake)
  onScopeDispose(() => {
    document.removeEventListener('fullscreenchange', follow)
    document.removeEventListener('visibilitychange', stayAwake)
    void awake?.release().catch(() => {})
  })
  return { possible, full, toggle }
}
