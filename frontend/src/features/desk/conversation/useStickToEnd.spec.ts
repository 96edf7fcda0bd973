import { effectScope, nextTick, ref } from 'vue'
import { beforeEach, expect, it } from 'vitest'

import { useStickToEnd } from './useStickToEnd'

const length = ref(0)
let box: HTMLElement
let stick: ReturnType<typeof useStickToEnd>

/** jsdom lays nothing out, so the box is told how tall it is. */
function grow(height: number): void {
  Object.defineProperty(box, 'scrollHeight', { value: height, configurable: true })
}

async function come(lines: number): Promise<void> {
  grow(box.scrollHeight + lines * 100)
  length.value += lines
  await nextTick()
  await nextTick()
}

function scrollTo(top: number): void {
  box.scrollTop = top
  stick.scrolled()
}

beforeEach(async () => {
  length.value = 0
  box = document.createElement('div')
  Object.defineProperty(box, 'clientHeight', { value: 500 })
  grow(500)
  stick = effectScope().run(() => useStickToEnd(ref(box), () => length.value)) as typeof stick
  await come(10)
})

it('follows what comes', () => {
  expect(box.scrollTop).toBe(1500)
  expect(stick.unseen.value).toBe(0)
})

it('stays where its reader has scrolled to, and counts what came', async () => {
  scrollTo(1000)
  scrollTo(200)
  await come(2)
  expect(box.scrollTop).toBe(200)
  expect(stick.unseen.value).toBe(2)
  stick.toEnd()
  expect(stick.unseen.value).toBe(0)
})

it('goes on following when many come faster than it can scroll', async () => {
  stick.scrolled()
  grow(box.scrollHeight + 300)
  stick.scrolled()
  await come(1)
  expect(stick.atEnd.value).toBe(true)
})
