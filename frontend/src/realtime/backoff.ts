const soonest = 100
const first = 1_000
const longest = 30_000

/**
 * How long to wait before the next try: anything up to 1, 2, 4 … 30 s ("full jitter"), so that a thousand desks
 * spread evenly when they return to a restarted server.
 */
export function backoff(failures: number, random: () => number = Math.random): number {
  const full = Math.min(longest, first * 2 ** Math.max(0, failures))
  return Math.max(soonest, Math.round(full * random()))
}

/** After a refusal the server will most likely repeat, asking again soon only costs. */
export function slowBackoff(random: () => number = Math.random): number {
  return Math.round(longest * (0.5 + random() / 2))
}
