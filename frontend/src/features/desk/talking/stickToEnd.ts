import { nextTick, onScopeDispose, ref, watch, type Ref } from 'vue'

const near = 48

/**
 * Keeps a list at its end as it grows, unless its reader has scrolled up: then nothing moves, and `unseen` counts
 * what has come below.
 */
export function useStickToEnd(list: Ref<HTMLElement | null>, length: () => number) {
  const atEnd = ref(true)
  const unseen = ref(0)

  const distance = (box: HTMLElement) => box.scrollHeight - box.scrollTop - box.clientHeight

  function toEnd(): void {
    if (list.value) list.value.scrollTop = list.value.scrollHeight
    atEnd.value = true
    unseen.value = 0
  }

  function scrolled(): void {
    if (!list.value) return
    atEnd.value = distance(list.value) < near
    if (atEnd.value) unseen.value = 0
  }

  // A keyboard that opens, a larger text or a wrapped header changes the room, not what is being read.
  const room =
    typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(() => atEnd.value && toEnd())

  watch(list, (now, before) => {
    if (before) room?.unobserve(before)
    if (now) room?.observe(now)
    toEnd()
  })
  watch(length, async (now, before) => {
    const stay = atEnd.value
    if (!stay && now > before) unseen.value += now - before
    await nextTick()
    if (stay) toEnd()
  })
  onScopeDispose(() => room?.disconnect())

  return { atEnd, unseen, toEnd, scrolled }
}
