const first = 1_000
const longest = 30_000

/**
 * How long to wait before the next try: 1, 2, 4 … 30 s, each spread over its upper half, so that a thousand
 * desks do not return to a restarted server in the same instant.
 */
export function backoff(failures: number, random: () => number = Math.random): number {
  const full = Math.min(longest, first * 2 ** Math.max(0, failures))
  return Math.round(full * (0.5 + random() / 2))
}

/** After a refusal the server will most likely repeat, asking again soon only costs. */
export function slowest(random: () => number = Math.random): number {
  return Math.round(longest * (0.5 + random() / 2))
}
