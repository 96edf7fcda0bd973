import { describe, expect, it } from 'vitest'

import { hasVisible } from './hasVisible'

describe('a text', () => {
  it.each([
    '',
    ' \n\t',
    '\u200b',
    '\u200d\ufeff',
    '\u00ad',
    '\u3164',
    '\u115f\u1160\uffa0',
    '\u2060\u2064',
    '\u2800',
    '\ufe0f',
    '\u0301',
    '\u20e3',
    '\u180e',
    '\ufff9\ufffb',
    '\ufffc',
    '\uffff',
    '\u00a0\u2007\u3000',
    '\u0001',
    '\u{1d159}',
    '\u{13441}',
    '\u{e0041}',
    '\u{e0fff}',
  ])('of which nothing can be seen is none (%j)', (text) => {
    expect(hasVisible(text)).toBe(false)
  })

  it.each([
    '가',
    '.',
    'e\u0301',
    '1\ufe0f\u20e3',
    '👁️\u200d',
    '\u200ba',
    '\u1100',
    '\u06dd',
    '\u0378',
    '\ue000',
  ])('of which something can be seen is one (%j)', (text) => {
    expect(hasVisible(text)).toBe(true)
  })
})
