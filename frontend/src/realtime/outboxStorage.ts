import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

import type { ProblemCode } from '@/api/problem'

/** A chat message of ours that the server has not yet acknowledged. */
export interface OutgoingMessage {
  clientId: string
  callId: string
  /** Whose it is: the next person to sign in here must not send it. */
  owner: string
  contents: string
  createdAt: number
  /** Keeps the order of two messages written in the same millisecond. */
  position: number
  state: 'sending' | 'failed'
  code: ProblemCode | null
}

export interface OutboxStorage {
  all(owner: string): Promise<OutgoingMessage[]>
  put(message: OutgoingMessage): Promise<void>
  remove(clientIds: readonly string[]): Promise<void>
  /** What somebody else left who used this browser before. */
  removeOthers(owner: string): Promise<void>
  removeAll(): Promise<void>
}

interface Schema extends DBSchema {
  outbox: { key: string; value: OutgoingMessage; indexes: { owner: string } }
}

export class MemoryStorage implements OutboxStorage {
  private readonly kept = new Map<string, OutgoingMessage>()

  all(owner: string) {
    return Promise.resolve([...this.kept.values()].filter((each) => each.owner === owner))
  }
  put(message: OutgoingMessage) {
    this.kept.set(message.clientId, message)
    return Promise.resolve()
  }
  remove(clientIds: readonly string[]) {
    clientIds.forEach((each) => this.kept.delete(each))
    return Promise.resolve()
  }
  removeOthers(owner: string) {
    this.kept.forEach((each) => each.owner !== owner && this.kept.delete(each.clientId))
    return Promise.resolve()
  }
  removeAll() {
    this.kept.clear()
    return Promise.resolve()
  }
}

class IndexedStorage implements OutboxStorage {
  constructor(private readonly db: IDBPDatabase<Schema>) {}

  all(owner: string) {
    return this.db.getAllFromIndex('outbox', 'owner', owner)
  }
  async put(message: OutgoingMessage) {
    await this.db.put('outbox', message)
  }
  async remove(clientIds: readonly string[]) {
    const transaction = this.db.transaction('outbox', 'readwrite')
    await Promise.all([...clientIds.map((each) => transaction.store.delete(each)), transaction.done])
  }
  async removeOthers(owner: string) {
    const kept = await this.db.getAll('outbox')
    const others = kept.filter((each) => each.owner !== owner)
    await this.remove(others.map((each) => each.clientId))
  }
  async removeAll() {
    await this.db.clear('outbox')
  }
}

/** IndexedDB survives a reload; where it is missing or refused, the page's memory has to do. */
export async function openOutboxStorage(name = 'deskbell'): Promise<OutboxStorage> {
  if (typeof indexedDB === 'undefined') return new MemoryStorage()
  try {
    const db = await openDB<Schema>(name, 1, {
      upgrade: (fresh) =>
        fresh.createObjectStore('outbox', { keyPath: 'clientId' }).createIndex('owner', 'owner'),
      // A newer page in another tab wants to upgrade and would wait for us.
      blocking: () => db.close(),
    })
    return new IndexedStorage(db)
  } catch {
    return new MemoryStorage()
  }
}
