const within = 10_000
const atMost = 10

/**
 * Whether a press counts. A button that is stuck, or leant upon, presses for ever: more than ten times in ten seconds
 * is no visitor, and nothing of it counts until it has come to rest.
 */
export function pressLimiter(now = () => performance.now()): () => boolean {
  let presses: number[] = []
  return () => {
    const at = now()
    presses = [...presses.filter((each) => at - each < within), at].slice(-atMost - 1)
    return presses.length <= atMost
  }
}
