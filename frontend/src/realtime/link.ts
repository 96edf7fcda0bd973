import type { Arriving, Leaving, Source, Target } from './destinations'

export type LinkState = 'online' | 'connecting' | 'offline'

/** What the stores know of the connection. */
export interface Link {
  readonly state: LinkState
  open(): void
  close(): void
  /** Lives on through reconnects until the returned function is called. */
  subscribe<S extends Source>(source: S, handle: (body: Arriving[S]) => void): () => void
  /** False when there is no connection; nothing is queued here. */
  send<T extends Target>(target: T, body: Leaving[T]): boolean
  /** An answer is overdue: looks whether the line still lives, and reconnects if not. */
  check(): void
  /** What the line brings cannot be trusted, though it seems to live: drops it and connects anew. */
  reconnect(): void
  /**
   * After each (re)connect, once the server has confirmed the subscriptions, and after a sleep, whatever the line
   * outlived: fetch and merge now.
   */
  onConnected(resync: () => void): () => void
  onState(tell: (state: LinkState) => void): () => void
}

let link: Link | undefined

export function provideLink(next: Link): void {
  link = next
}

export function useLink(): Link {
  if (!link) throw new Error('No link is provided')
  return link
}
