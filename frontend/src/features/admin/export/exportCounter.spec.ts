import { describe, expect, it } from 'vitest'

import { csvCounter, ndjsonCounter, type ExportCounter } from './exportCounter'

const first = '0198a0b8-0000-7000-8000-000000000001'
const second = '0198a0b8-0000-7000-8000-000000000002'
const header =
  '\ufeffcallId,region,desk,guide,state,language,ringAt,acceptedAt,endedAt,seq,sendDate,username,displayName,contents\r\n'
const row = (id: string, seq: string, contents: string) =>
  `${id},seoul,seoul-1,,MISSED,ko,t,,t,${seq},t,desk:seoul-1,Desk,${contents}\r\n`

/** However its bytes are cut into parts. */
function count(make: () => ExportCounter, text: string, part: number) {
  const counter = make()
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += part) counter.add(bytes.subarray(at, at + part))
  const isWhole = counter.isWhole()
  return { calls: counter.calls, messages: counter.messages, isWhole }
}

describe.each([1, 7, 1_000_000])('in parts of %i bytes', (part) => {
  it('a CSV has a call for each id and a message for each row with a seq', () => {
    const file =
      header +
      row(first, '1', '"말, ""인용""\r\n다음 줄"') +
      row(first, '2', 'text') +
      `${second},seoul,seoul-1,,MISSED,ko,t,,t,,,,,\r\n`
    expect(count(csvCounter, file, part)).toEqual({ calls: 2, messages: 2, isWhole: true })
  })

  it('a CSV whose last row is cut is not whole', () => {
    const file = header + row(first, '1', 'text') + row(first, '2', '"cut\r\n')
    expect(count(csvCounter, file.slice(0, -2), part).isWhole).toBe(false)
    expect(count(csvCounter, file, part).isWhole).toBe(false)
    expect(count(csvCounter, '', part).isWhole).toBe(false)
  })

  it('an NDJSON says itself that it is whole', () => {
    const lines = `{"id":"${first}","messages":[]}\n{"id":"${second}","messages":[{"contents":"${'가'.repeat(300)}"}]}\n`
    const last = '{"complete":true,"calls":2,"messages":1}\n'
    expect(count(ndjsonCounter, lines + last, part)).toEqual({ calls: 2, messages: 1, isWhole: true })
    expect(count(ndjsonCounter, lines, part)).toEqual({ calls: 2, messages: 0, isWhole: false })
    expect(count(ndjsonCounter, lines + last.slice(0, -5), part).isWhole).toBe(false)
  })

  it('words in a message do not make it whole', () => {
    const line = `{"id":"${first}","messages":[{"contents":"{\\"complete\\":true,\\"calls\\":9,\\"messages\\":9}"}]}\n`
    expect(count(ndjsonCounter, line, part).isWhole).toBe(false)
  })
})
