import { describe, expect, it } from 'vitest'

import { checksumOf, fnv1a } from './checksum'

describe('the hash', () => {
  it.each([
    ['', '811c9dc5'],
    ['a', 'e40c292c'],
    ['foobar', 'bf9cf968'],
  ])('of "%s" is the known %s', (text, hash) => {
    expect(fnv1a(text)).toBe(hash)
  })

  it('is of UTF-8 bytes, not of JavaScript’s own letters', () => {
    const bytes = new TextEncoder().encode('안내')
    expect(bytes).toHaveLength(6)
    expect(fnv1a('안내')).not.toBe(fnv1a(String.fromCharCode(...bytes)))
  })
})

describe('the checksum', () => {
  const one = { id: 'a', version: 3, lastSeq: 7 }
  const two = { id: 'b', version: 1, lastSeq: 0 }

  it('is that of nothing where there is no call', () => {
    expect(checksumOf([])).toBe('811c9dc5')
  })

  it('is of lines, sorted by id', () => {
    expect(checksumOf([two, one])).toBe(fnv1a('a:3:7\nb:1:0'))
  })

  it('changes with every part', () => {
    const all = [one, { ...one, id: 'c' }, { ...one, version: 4 }, { ...one, lastSeq: 8 }]
    expect(new Set(all.map((each) => checksumOf([each]))).size).toBe(4)
  })
})
