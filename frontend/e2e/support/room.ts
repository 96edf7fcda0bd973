import { expect, type Page } from '@playwright/test'

import { atRest } from './atRest'

export const upright = { width: 1080, height: 1920 }
/** Kiosks that lie, and one that stands. */
export const screens = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
  upright,
]
const letters = [1, 1.5, 2]

/**
 * Whatever the screen and the letters, all that a desk says and all that can be pressed there is in sight, whole.
 * `again`: in another language, the screens that differ and the letters at both ends are enough.
 */
export async function tryRooms(page: Page, name: string, again: boolean): Promise<void> {
  const before = page.viewportSize()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\S/)
  for (const screen of again ? screens.slice(2) : screens) {
    await page.setViewportSize(screen)
    for (const size of again ? [1, 2] : letters) {
      await enlarge(page, size)
      await atRest(page)
      const where = `${name} on ${screen.width} × ${screen.height} at ${size * 100} %`
      expect.soft(await page.evaluate(outOfSight), where).toEqual([])
    }
  }
  await enlarge(page, 1)
  if (before) await page.setViewportSize(before)
}

/** What the button for larger letters does; it stands on the first screen only. */
export function enlarge(page: Page, size: number): Promise<void> {
  return page.locator('.desk').evaluate((desk: HTMLElement, size) => {
    desk.style.setProperty('--size', String(size))
    desk.classList.toggle('large', size > 1)
  }, size)
}

/** Where something stands, and where it would if the headline above took a line or two more. */
export async function moves(page: Page, what: string): Promise<number> {
  const place = () => page.getByTestId(what).evaluate((each) => each.getBoundingClientRect().top)
  await atRest(page)
  const before = await place()
  const headline = page.locator('h1')
  const words = (await headline.textContent()) ?? ''
  await headline.evaluate((each, words) => (each.textContent = words), `${words} ${words}`)
  await atRest(page)
  const after = await place()
  await headline.evaluate((each, words) => (each.textContent = words), words)
  return after - before
}

/** Runs in the page: what is cut, off the screen, out of its button or on top of something else. */
function outOfSight(): string[] {
  const slack = 1.5
  const found: string[] = []
  const glass = new DOMRect(0, 0, window.innerWidth, window.innerHeight)
  const desk = document.querySelector('.desk') as HTMLElement
  const named = (each: Element) =>
    `${each.getAttribute('data-testid') ?? each.className}: “${(each.textContent ?? '').trim().slice(0, 40)}”`
  const isShown = (each: Element) => each.checkVisibility({ visibilityProperty: true }) && !isOnlyHeard(each)
  const isOnlyHeard = (each: Element | null): boolean =>
    each !== null && (getComputedStyle(each).clipPath === 'inset(50%)' || isOnlyHeard(each.parentElement))
  const isIn = (inner: DOMRect, outer: DOMRect) =>
    inner.left >= outer.left - slack &&
    inner.right <= outer.right + slack &&
    inner.top >= outer.top - slack &&
    inner.bottom <= outer.bottom + slack
  const overlap = (one: DOMRect, other: DOMRect) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 4 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4

  if (desk.scrollHeight > desk.clientHeight + slack) {
    found.push(`higher than the screen: ${desk.scrollHeight} of ${desk.clientHeight}`)
  }
  const pressed = [...desk.querySelectorAll('button, textarea')].filter(isShown)
  for (const each of pressed) {
    if (!isIn(each.getBoundingClientRect(), glass)) found.push(`off the screen: ${named(each)}`)
  }
  pressed.forEach((each, index) => {
    const over = pressed
      .slice(index + 1)
      .find((other) => overlap(each.getBoundingClientRect(), other.getBoundingClientRect()))
    if (over) found.push(`on each other: ${named(each)} and ${named(over)}`)
  })

  // A talk is scrolled, so what has been said is left out, except that its end is in sight.
  const words = [...desk.querySelectorAll('*')].filter(
    (each) =>
      !each.closest('[role=log], svg') &&
      [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) &&
      isShown(each),
  )
  // Where letters are; the boxes of some fonts are half as high again.
  const inkOf = (each: Element) => {
    const range = document.createRange()
    range.selectNodeContents(each)
    const { x, y, width, height } = range.getBoundingClientRect()
    const line = range.getClientRects()[0]?.height ?? 0
    const air = Math.max(0, (line - 1.05 * Number.parseFloat(getComputedStyle(each).fontSize)) / 2)
    return new DOMRect(x, y + air, width, height - 2 * air)
  }
  for (const each of words) {
    const ink = inkOf(each)
    if (!isIn(ink, glass)) found.push(`cut by the screen: ${named(each)}`)
    for (let box = each.parentElement; box && box !== desk; box = box.parentElement) {
      const cuts = getComputedStyle(box).overflow !== 'visible' || box.tagName === 'BUTTON'
      if (cuts && !isIn(ink, box.getBoundingClientRect()))
        found.push(`cut by ${box.className}: ${named(each)}`)
    }
  }
  words.forEach((each, index) => {
    const over = words
      .slice(index + 1)
      .find((other) => !each.contains(other) && overlap(inkOf(each), inkOf(other)))
    if (over) found.push(`written on each other: ${named(each)} and ${named(over)}`)
  })
  const log = desk.querySelector('[role=log]')
  const newest = [...(log?.querySelectorAll('[data-testid=message] p') ?? [])].at(-1)
  if (log && newest && !isIn(newest.getBoundingClientRect(), log.getBoundingClientRect())) {
    found.push(`not in sight: ${named(newest)}`)
  }
  return found
}
