const kept = 200

/**
 * Other people's calls that are over, the last ones of a page that is open for weeks. Those dropped are so long over
 * that nothing older can still be on its way to revive them.
 */
export function recentFinishedCalls(drop: (id: string) => void) {
  // In the order of their ends, not of their presses: a long talk has only just ended.
  const ids = new Set<string>()

  function add(id: string): void {
    ids.add(id)
    const [oldest] = ids
    if (ids.size > kept && oldest !== undefined) drop(oldest)
  }

  return { add, forget: (id: string) => ids.delete(id), clear: () => ids.clear() }
}
