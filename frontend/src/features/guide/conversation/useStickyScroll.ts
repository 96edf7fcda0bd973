import { nextTick, onMounted, onScopeDispose, ref, type Ref } from 'vue'

const near = 48

/** Keeps to the newest line as long as the reader is there, and never moves who reads older ones. */
export function useStickyScroll(frame: Readonly<Ref<HTMLElement | null>>) {
  const atEnd = ref(true)
  let observer: ResizeObserver | undefined
  let lastTop = 0

  /** Only a reader scrolls up: lines that wrap anew in another width push the end away, which is no reason to leave it. */
  function look(): void {
    const box = frame.value
    if (!box) return
    if (box.scrollHeight - box.scrollTop - box.clientHeight < near) atEnd.value = true
    else if (box.scrollTop < lastTop) atEnd.value = false
    lastTop = box.scrollTop
  }

  function toEnd(): void {
    const box = frame.value
    if (!box) return
    box.scrollTop = box.scrollHeight
    atEnd.value = true
  }

  /** After lines have come. Whether the reader was at the end has to be known before they do. */
  async function follow(force = false): Promise<void> {
    const stick = atEnd.value || force
    await nextTick()
    if (stick) toEnd()
  }

  onMounted(() => {
    toEnd()
    if (typeof ResizeObserver === 'undefined' || !frame.value) return
    // A growing field or a phone's keyboard makes the box smaller, larger letters what is in it longer.
    observer = new ResizeObserver(() => atEnd.value && toEnd())
    for (const each of [frame.value, ...frame.value.children]) observer.observe(each)
  })
  onScopeDispose(() => observer?.disconnect())

  return { atEnd, look, toEnd, follow }
}
