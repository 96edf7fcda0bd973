import { nextTick, onMounted, onScopeDispose, ref, type Ref } from 'vue'

const near = 48

/** Keeps to the newest line as long as the reader is there, and never moves who reads older ones. */
export function useStickyScroll(frame: Readonly<Ref<HTMLElement | null>>) {
  const atEnd = ref(true)
  let observer: ResizeObserver | undefined

  function look(): void {
    const box = frame.value
    if (box) atEnd.value = box.scrollHeight - box.scrollTop - box.clientHeight < near
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
    // A growing field or a phone's keyboard makes the box smaller.
    observer = new ResizeObserver(() => atEnd.value && toEnd())
    observer.observe(frame.value)
  })
  onScopeDispose(() => observer?.disconnect())

  return { atEnd, look, toEnd, follow }
}
