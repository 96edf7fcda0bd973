import { nextTick, onScopeDispose, ref, watch, type Ref } from 'vue'

const near = 48

/**
 * Keeps a list at its end as it grows, unless its reader has scrolled up: then nothing moves, and `unseen` counts
 * what has come below. `beside` is what also takes room there, such as the dots of somebody who types.
 */
export function useStickToEnd(
  list: Ref<HTMLElement | null>,
  length: () => number,
  beside: () => unknown = () => null,
) {
  const atEnd = ref(true)
  const unseen = ref(0)
  let lastTop = 0

  const distance = (box: HTMLElement) => box.scrollHeight - box.scrollTop - box.clientHeight

  function toEnd(): void {
    if (list.value) list.value.scrollTop = list.value.scrollHeight
    atEnd.value = true
    unseen.value = 0
  }

  function scrolled(): void {
    const box = list.value
    if (!box) return
    // Only a reader scrolls up; a list that grew under our own scrolling is no reason to stop following it.
    if (distance(box) < near) atEnd.value = true
    else if (box.scrollTop < lastTop) atEnd.value = false
    lastTop = box.scrollTop
    if (atEnd.value) unseen.value = 0
  }

  // A keyboard that opens, a larger text or a wrapped header changes the room, not what is being read.
  const room =
    typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(() => atEnd.value && toEnd())

  watch(list, (now) => {
    room?.disconnect()
    if (now) for (const each of [now, ...now.children]) room?.observe(each)
    toEnd()
  })
  watch([length, beside], async ([now], [before]) => {
    if (!atEnd.value && now > before) unseen.value += now - before
    await nextTick()
    if (atEnd.value) toEnd()
  })
  onScopeDispose(() => room?.disconnect())

  return { atEnd, unseen, toEnd, scrolled }
}
