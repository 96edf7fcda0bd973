/**
 * News that come while a list is on its way: the list may be older than they are, so they are taken once more on top
 * of it. Asking again instead would go on and on while everybody comes back from a restart of the server.
 */
export function newsWhileFetching<News>(take: (region: string, news: News) => void) {
  const underway = new Map<string, Set<News[]>>()

  function hear(region: string, news: News): void {
    underway.get(region)?.forEach((kept) => kept.push(news))
    take(region, news)
  }

  /** Asks for a list of this region, gives it to `put`, and then takes what was heard since it was asked for. */
  async function fetchThen<List>(
    region: string,
    ask: () => Promise<List>,
    put: (list: List) => void,
  ): Promise<void> {
    const kept: News[] = []
    const all = underway.get(region) ?? new Set()
    underway.set(region, all.add(kept))
    try {
      put(await ask())
    } finally {
      all.delete(kept)
    }
    kept.forEach((news) => take(region, news))
  }

  return { hear, fetchThen }
}
