import { onScopeDispose, ref, type Ref } from 'vue'

/** Shows one part of the page alone on the whole screen, and keeps that screen awake meanwhile. */
export function useFullscreen(part: Readonly<Ref<HTMLElement | null>>) {
  const possible = Boolean(document.fullscreenEnabled)
  const full = ref(false)
  let awake: WakeLockSentinel | undefined

  async function stayAwake(): Promise<void> {
    // Only on https, and it is lost whenever the page is hidden; without it the screen's own settings count.
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
    // A browser may refuse for many reasons; the board is there all the same.
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
