/** How long ago it was started, in milliseconds. */
export type Stopwatch = () => number

/**
 * Counts whatever becomes of the device's clock. How long a page runs does not count while the device sleeps, and its
 * clock may be put back: the longer one is right.
 */
export function startStopwatch(): Stopwatch {
  const [clock, page] = [Date.now(), performance.now()]
  return () => Math.max(Date.now() - clock, performance.now() - page)
}
