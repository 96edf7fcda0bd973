/** A moment that can be looked back at, whatever becomes of the device's clock. */
export interface Moment {
  clock: number
  page: number
}

export const moment = (): Moment => ({ clock: Date.now(), page: performance.now() })

/**
 * How long ago it was, in milliseconds. How long a page runs does not count while the device sleeps, and its clock may
 * be put back: the longer one is right.
 */
export const since = ({ clock, page }: Moment) => Math.max(Date.now() - clock, performance.now() - page)
