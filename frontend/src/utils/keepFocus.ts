/** Who was focused, and in what it stood. */
interface Focused {
  element: HTMLElement
  around: HTMLElement[]
}

const remembered = 20
const headings = 'h1, h2, h3'
const closedOverlay = '.v-overlay:not(.v-overlay--active)'

const shown = (element: HTMLElement) =>
  element.isConnected && !element.closest(closedOverlay) && element.checkVisibility?.() !== false

const usable = (element: HTMLElement) => shown(element) && !element.matches(':disabled')

function ancestorsOf(element: HTMLElement): HTMLElement[] {
  const around: HTMLElement[] = []
  for (let each = element.parentElement; each; each = each.parentElement) around.push(each)
  return around
}

/** A heading takes the focus without becoming something to press. */
function land(on: HTMLElement): boolean {
  if (!on.hasAttribute('tabindex')) on.tabIndex = -1
  on.dataset.landed = ''
  on.focus({ preventScroll: true })
  return document.activeElement === on
}

function landIn(place: HTMLElement): boolean {
  return [...place.querySelectorAll<HTMLElement>(headings)].filter(shown).some(land)
}

/**
 * Keeps the keyboard and the screen reader where they were when what they were on goes: a row that vanishes, a button
 * that has done its work, a dialog that closes, a page that is left. From a dialog back to where it was opened from;
 * else to the heading of what it stood in, since a button beside it might do something unmeant. What it returns says
 * that another page has come, whose heading is to be found as soon as it is there.
 */
export function keepFocus(root: HTMLElement): () => void {
  const history: Focused[] = []
  let wanted = true
  let timer: ReturnType<typeof setTimeout> | undefined

  function landAgain(): boolean {
    for (const { element, around } of [...history].reverse()) {
      if (usable(element)) {
        element.focus({ preventScroll: true })
        if (document.activeElement === element) return true
      } else if (!element.closest('.v-overlay') && !around.some((each) => each.matches('.v-overlay'))) {
        const inside = around.filter((each) => shown(each) && root.contains(each))
        if (inside.some(landIn)) return true
      }
    }
    return landIn(root)
  }

  function look(): void {
    const { activeElement } = document
    if (activeElement && activeElement !== document.body) return
    const last = history.at(-1)
    // Whoever presses on nothing lets go of the focus; what goes takes it away.
    if (!wanted && (!last || usable(last.element))) return
    if (landAgain()) wanted = false
  }

  function soon(): void {
    clearTimeout(timer)
    // After those who know a better place.
    timer = setTimeout(look, 20)
  }

  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    wanted = false
    history.push({ element: target, around: ancestorsOf(target) })
    if (history.length > remembered) history.shift()
  })
  new MutationObserver(soon).observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['disabled', 'style', 'class', 'hidden'],
  })
  return () => {
    wanted = true
    soon()
  }
}
