/** Whether the page could fill the screen and does not yet. */
export function canEnterFullscreen(): boolean {
  return Boolean(document.fullscreenEnabled) && !document.fullscreenElement
}

/** A browser may refuse for many reasons, and the desk works without it. */
export async function enterFullscreen(): Promise<void> {
  if (!canEnterFullscreen()) return
  await document.documentElement.requestFullscreen({ navigationUI: 'hide' }).catch(() => {})
}

/** A touch screen whose window already has all of it is a kiosk; a window beside others must stay one. */
function isKiosk(): boolean {
  const touch = window.matchMedia?.('(pointer: coarse)').matches ?? false
  return touch && window.outerWidth >= screen.width && window.outerHeight >= screen.height * 0.9
}

/** Browsers allow it only while the visitor presses something, so the first press on a kiosk brings it back. */
export function enterFullscreenOnKiosk(): void {
  if (isKiosk()) void enterFullscreen()
}
