import type { ExportFormat } from '@/api/admin/history'

/** How far a file has come, told from its bytes as they arrive. */
export interface ExportCounter {
  calls: number
  messages: number
  add: (bytes: Uint8Array) => void
  /** Whether the file may end here: it says so itself, or at least no row is cut. */
  isWhole: () => boolean
}

const quote = 0x22
const comma = 0x2c
const lineFeed = 0x0a
const carriageReturn = 0x0d
/** Its last line is short. */
const tailLength = 200
const idLength = 36
const seqColumn = 9

/** A row a message, or one for a call without any; rows of a call follow each other. */
export function csvCounter(): ExportCounter {
  const id = new Uint8Array(idLength)
  let row = 0
  let column = 0
  let place = 0
  let quoted = false
  let isNewCall = false
  let hasMessage = false

  function endRow(): void {
    if (row > 0 && isNewCall) counter.calls++
    if (row > 0 && hasMessage) counter.messages++
    row++
    column = place = 0
    isNewCall = hasMessage = false
  }

  function addToCell(byte: number): void {
    if (column === seqColumn && byte !== carriageReturn) hasMessage = true
    if (column === 0 && place < idLength) {
      if (id[place] !== byte) isNewCall = true
      id[place++] = byte
    }
  }

  const counter: ExportCounter = {
    calls: 0,
    messages: 0,
    add(bytes) {
      for (const byte of bytes) {
        if (byte === quote) quoted = !quoted
        else if (quoted) continue
        else if (byte === comma) column++
        else if (byte === lineFeed) endRow()
        else addToCell(byte)
      }
    },
    isWhole: () => row > 0 && column === 0 && place === 0 && !quoted,
  }
  return counter
}

/** A line a call, and a last one with the totals. */
export function ndjsonCounter(): ExportCounter {
  let tail = new Uint8Array()

  function totals(): { complete?: boolean; calls: number; messages: number } | undefined {
    const last = new TextDecoder().decode(tail).trimEnd().split('\n').at(-1) ?? ''
    try {
      return JSON.parse(last) as { complete?: boolean; calls: number; messages: number }
    } catch {
      return undefined
    }
  }

  const counter: ExportCounter = {
    calls: 0,
    messages: 0,
    add(bytes) {
      for (const byte of bytes) if (byte === lineFeed) counter.calls++
      const both = new Uint8Array(tail.length + Math.min(bytes.length, tailLength))
      both.set(tail)
      both.set(bytes.subarray(-tailLength), tail.length)
      tail = both.slice(-tailLength)
    },
    isWhole() {
      const whole = totals()
      if (whole?.complete !== true) return false
      counter.calls = whole.calls
      counter.messages = whole.messages
      return true
    },
  }
  return counter
}

export const counterOf = (format: ExportFormat) => (format === 'csv' ? csvCounter() : ndjsonCounter())
