import type { Message } from '@/api/types'

/** One call's chat: what has come so far and how far each side has read. */
export interface ChatRoom {
  /** In seq order, without a gap up to `last`. */
  messages: Message[]
  loaded: boolean
  failed: boolean
  read: Record<string, number>
  typing: string | null
}

export const emptyRoom = (): ChatRoom => ({
  messages: [],
  loaded: false,
  failed: false,
  read: {},
  typing: null,
})

export function lastSeq(messages: readonly Message[]): number {
  return messages.at(-1)?.seq ?? 0
}

/** Each seq once, in order, whatever came twice or too early. */
export function mergeMessages(known: readonly Message[], news: readonly Message[]): Message[] {
  const bySeq = new Map(known.map((each) => [each.seq, each]))
  news.forEach((each) => bySeq.set(each.seq, each))
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq)
}

/** The seq after which something is missing, or undefined where all is there. */
export function gapAfter(messages: readonly Message[]): number | undefined {
  const index = messages.findIndex((each, at) => each.seq !== at + 1)
  return index === -1 ? undefined : index
}

/** Up to which seq nothing is missing. */
export const lastContiguousSeq = (messages: readonly Message[]) => gapAfter(messages) ?? lastSeq(messages)
