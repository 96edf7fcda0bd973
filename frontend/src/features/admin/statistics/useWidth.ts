import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** How wide an element is; as wide as a small card until that is known. */
export function useWidth(element: Readonly<Ref<Element | null>>) {
  const width = ref(560)
  let observer: ResizeObserver | undefined
  onMounted(() => {
    if (!element.value || typeof ResizeObserver === 'undefined') return
    observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) width.value = Math.round(entry.contentRect.width)
    })
    observer.observe(element.value)
  })
  onBeforeUnmount(() => observer?.disconnect())
  return width
}
