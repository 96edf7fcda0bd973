type Stop = () => void

const waiting = new Map<number, { act: () => void; due: number }>()
let ids = 0
let worker: Worker | undefined

function due(id: number): void {
  const one = waiting.get(id)
  waiting.delete(id)
  one?.act()
}

/** A browser that lets no worker start says so later, if at all by an exception. */
function withoutWorker(): void {
  worker = undefined
  for (const [id, one] of waiting) setTimeout(() => due(id), Math.max(0, one.due - performance.now()))
}

function startWorker(): Worker | undefined {
  if (typeof Worker === 'undefined') return undefined
  try {
    const started = new Worker(new URL('./unthrottledTimeout.worker.ts', import.meta.url), { type: 'module' })
    started.onmessage = ({ data }: MessageEvent<number>) => due(data)
    started.onerror = withoutWorker
    return started
  } catch {
    return undefined
  }
}

/**
 * A timeout that a hidden page keeps. Its own timers are throttled to one a minute, by when a guide who looked at
 * something else for a while would have lost the call; a worker's are not.
 */
export function unthrottledTimeout(wait: number, act: () => void): Stop {
  const id = ++ids
  if (id === 1) worker = startWorker()
  waiting.set(id, { act, due: performance.now() + wait })
  if (worker) worker.postMessage([id, wait])
  else setTimeout(() => due(id), wait)
  return () => waiting.delete(id)
}
