import { watch } from 'vue'

const guardFor = 400

/** Whether a press can be meant: the finger was on its way to another call when this one slid under it. */
export function useMisclickGuard(ids: () => readonly string[]): (id: string) => boolean {
  const guardedUntil = new Map<string, number>()
  watch(ids, (now, before) => {
    for (const id of guardedUntil.keys()) if (!now.includes(id)) guardedUntil.delete(id)
    now.forEach((id, place) => {
      const other = before[place]
      if (other !== undefined && other !== id) guardedUntil.set(id, performance.now() + guardFor)
    })
  })
  return (id) => performance.now() >= (guardedUntil.get(id) ?? 0)
}
