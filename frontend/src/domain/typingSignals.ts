type Timer = ReturnType<typeof setTimeout>

const tellEvery = 3_000
const believeFor = 6_000

/**
 * Both directions of "is typing". Ours is told at most once in three seconds; the other side's runs out by itself,
 * as its end may be lost with a connection.
 */
export function typingSignals(
  tell: (callId: string, typing: boolean) => void,
  show: (callId: string, username: string | null) => void,
  now = () => performance.now(),
) {
  const toldAt = new Map<string, number>()
  const fading = new Map<string, Timer>()

  function typed(callId: string): void {
    const last = toldAt.get(callId)
    if (last !== undefined && now() - last < tellEvery) return
    toldAt.set(callId, now())
    tell(callId, true)
  }

  function stopped(callId: string): void {
    if (toldAt.delete(callId)) tell(callId, false)
  }

  function heard(callId: string, username: string, typing: boolean): void {
    clearTimeout(fading.get(callId))
    fading.delete(callId)
    show(callId, typing ? username : null)
    if (typing)
      fading.set(
        callId,
        setTimeout(() => show(callId, null), believeFor),
      )
  }

  function forget(callId: string): void {
    clearTimeout(fading.get(callId))
    fading.delete(callId)
    toldAt.delete(callId)
  }

  return { typed, stopped, heard, forget }
}
