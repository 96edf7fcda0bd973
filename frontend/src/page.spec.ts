import { expect, it } from 'vitest'

import html from '../index.html?raw'

/** On a phone the keyboard would else cover the field that is written in, and the last lines of the talk. */
it('gives way to a keyboard on the screen', () => {
  const viewport = new DOMParser().parseFromString(html, 'text/html').querySelector('meta[name=viewport]')
  expect(viewport?.getAttribute('content')?.split(', ')).toContain('interactive-widget=resizes-content')
})
