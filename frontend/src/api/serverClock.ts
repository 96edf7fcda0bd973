/** Below this a difference of two clocks is the network's, or comes from whole seconds. */
const worthCorrecting = 2_000

/** By how much the server's time is ahead of how long this page runs, which nobody sets. */
let ahead: number | undefined

/**
 * What the server's clock says now, by its latest answers. Waiting times come from its stamps, and the clocks of
 * kiosks, of PCs at counters and of screens on walls are often off, or are set while somebody waits.
 */
export const serverNow = () => (ahead === undefined ? Date.now() : ahead + performance.now())

/** The server said what time it is, in answer to what was asked at a moment (of `performance.now()`). */
export function adjustServerClock(time: number, asked: number): void {
  if (Number.isNaN(time)) return
  // It said so at some moment between the two: an answer that took long says less.
  const [least, most] = [time - performance.now(), time - asked]
  const known = ahead ?? Date.now() - performance.now()
  const fits = known >= least - worthCorrecting && known <= most + worthCorrecting
  ahead = fits ? known : (least + most) / 2
}
