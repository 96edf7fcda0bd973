import { nextTick, ref, type Ref } from 'vue'
import { useRouter, type RouteLocationRaw } from 'vue-router'

const steps: Record<string, (columns: number) => number> = {
  ArrowRight: () => 1,
  ArrowLeft: () => -1,
  ArrowDown: (columns) => columns,
  ArrowUp: (columns) => -columns,
}

/**
 * The links within a drawing: one stop of the Tab key for all of them, and arrow keys, Home and End from one to the
 * next.
 *
 * @param drawing what they lie in
 * @param targets where each link leads, in the order in which they are drawn
 * @param columns how many lie beside each other, for the arrows up and down
 */
export function useChartLinks(
  drawing: Readonly<Ref<SVGSVGElement | null>>,
  targets: () => RouteLocationRaw[],
  columns: () => number = () => 1,
) {
  const router = useRouter()
  const current = ref(0)

  const links = () => [...(drawing.value?.querySelectorAll<SVGAElement>('a') ?? [])]
  const placeOf = (target: EventTarget | null) =>
    links().findIndex((link) => target instanceof Node && link.contains(target))

  function move(event: KeyboardEvent): void {
    const all = links()
    const here = placeOf(event.target)
    const step = steps[event.key]?.(columns())
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? all.length - 1 : step && here + step
    if (next === undefined || here < 0 || !all[next]) return
    event.preventDefault()
    current.value = next
    void nextTick(() => all[next]?.focus())
  }

  function open(event: MouseEvent): void {
    const to = targets()[placeOf(event.target)]
    if (!to || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void router.push(to)
  }

  const href = (to: RouteLocationRaw) => router.resolve(to).href
  /** The first one where those that were there before are gone. */
  const tabindex = (place: number) =>
    place === (current.value < targets().length ? current.value : 0) ? 0 : -1

  return { move, open, href, tabindex }
}
