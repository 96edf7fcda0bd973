import { mount } from '@vue/test-utils'
import { ref } from 'vue'
import { beforeEach, expect, it } from 'vitest'

import { useStickyScroll } from './useStickyScroll'

let box: HTMLElement
let stick: ReturnType<typeof useStickyScroll>

/** jsdom lays nothing out, so the box is told how long its lines are. */
function layOut(height: number, top: number): void {
  Object.defineProperty(box, 'scrollHeight', { value: height, configurable: true })
  box.scrollTop = top
  stick.look()
}

beforeEach(() => {
  box = document.createElement('div')
  Object.defineProperty(box, 'clientHeight', { value: 500 })
  mount({ setup: () => ((stick = useStickyScroll(ref(box))), () => null) })
  layOut(1500, 1000)
})

it('stays at the end when its lines wrap anew in another width', () => {
  layOut(2100, 1200)
  expect(stick.atEnd.value).toBe(true)
  layOut(1200, 700)
  expect(stick.atEnd.value).toBe(true)
})

it('leaves the end only with its reader', () => {
  layOut(1500, 400)
  expect(stick.atEnd.value).toBe(false)
  layOut(2100, 600)
  expect(stick.atEnd.value).toBe(false)
  layOut(2100, 1590)
  expect(stick.atEnd.value).toBe(true)
})
