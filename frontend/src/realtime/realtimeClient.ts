import type { Arriving, Leaving, Source, Target } from './destinations'

export type ConnectionState = 'online' | 'connecting' | 'offline'

/** What the stores know of the connection. */
export interface RealtimeClient {
  readonly state: ConnectionState
  open(): void
  close(): void
  /** Lives on through reconnects until the returned function is called. */
  subscribe<S extends Source>(source: S, handle: (body: Arriving[S]) => void): () => void
  /** False when there is no connection; nothing is queued here. */
  send<T extends Target>(target: T, body: Leaving[T]): boolean
  /** An answer is overdue: looks whether the socket still lives, and reconnects if not. */
  check(): void
  /** What the socket brings cannot be trusted, though it seems to live: drops it and connects anew. */
  reconnect(): void
  /**
   * After each (re)connect, once the server has confirmed the subscriptions, and after a sleep, whatever the socket
   * outlived: fetch and merge now.
   */
  onConnected(resync: () => void): () => void
  onState(tell: (state: ConnectionState) => void): () => void
}

let client: RealtimeClient | undefined

export function setRealtimeClient(next: RealtimeClient): void {
  client = next
}

export function getRealtimeClient(): RealtimeClient {
  if (!client) throw new Error('No client is provided')
  return client
}
