import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import { highlight } from './highlight'
import HighlightedText from './HighlightedText.vue'

it('marks every place, capital and small letters alike', () => {
  expect(highlight('Gate 3, then gate 4', 'GATE')).toEqual([
    { text: 'Gate', hit: true },
    { text: ' 3, then ', hit: false },
    { text: 'gate', hit: true },
    { text: ' 4', hit: false },
  ])
})

it('takes the words sought as they are, not as a pattern', () => {
  expect(highlight('1+1 (a.c) abc', 'a.c').filter((each) => each.hit)).toEqual([{ text: 'a.c', hit: true }])
})

it('marks each word, and a phrase in quotes as one', () => {
  const hits = (searchText: string) =>
    highlight('Taxi to the station', searchText)
      .filter((each) => each.hit)
      .map((each) => each.text)
  expect(hits('station taxi')).toEqual(['Taxi', 'station'])
  expect(hits('"to the"')).toEqual(['to the'])
  expect(hits('"the to"')).toEqual([])
})

it.each([
  ['경복궁역', '경복궁'.normalize('NFD'), '경복궁'],
  ['경복궁역'.normalize('NFD'), '경복궁', '경복궁'.normalize('NFD')],
  ['ＷｉＦｉ here', 'wifi', 'ＷｉＦｉ'],
  ['die Straße', 'STRASSE', 'Straße'],
  ['İNFO', 'info', 'İNFO'],
  ['ΟΔΟΣ', 'οδος', 'ΟΔΟΣ'],
])('marks in %s what the server finds by %s', (text, searchText, marked) => {
  expect(highlight(text, searchText).filter((each) => each.hit)).toEqual([{ text: marked, hit: true }])
})

it('marks nothing where nothing is sought', () => {
  expect(highlight('휠체어', ' ')).toEqual([{ text: '휠체어', hit: false }])
})

it('shows markup as text', () => {
  const text = '<b>bold</b> <img src=x onerror=alert(1)>'
  const page = mount(HighlightedText, { props: { text, searchText: 'bold' } })
  expect(page.element.parentElement?.textContent ?? page.text()).toContain('<b>')
  expect(page.find('b, img').exists()).toBe(false)
  expect(page.get('mark').text()).toBe('bold')
})
