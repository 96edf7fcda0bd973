import { computed, onBeforeUnmount, onMounted, reactive, readonly } from 'vue'

import { exportCalls, type ExportFormat, type ExportSearch } from '@/api/admin/history'
import { newDownload, type DownloadFile } from '@/utils/downloads'

import { counterOf, type ExportCounter } from './exportCounter'

export type ExportStage = 'asking' | 'running' | 'complete' | 'broken' | 'cancelled'

export interface ExportState {
  stage: ExportStage
  calls: number
  messages: number
  bytes: number
  /** Of the file. */
  name: string
}

const shownEvery = 200
const fileName = /filename="([^"]+)"/

/** One export at a time: its file is read as it comes, and saved if nothing of it is missing. */
export function useExport() {
  const progress = reactive<ExportState>({ stage: 'asking', calls: 0, messages: 0, bytes: 0, name: '' })
  const isRunning = computed(() => progress.stage === 'running')
  let reading = new AbortController()

  /** Resolves once the file begins to come; throws why it does not. */
  async function start(format: ExportFormat, reason: string, search: ExportSearch): Promise<void> {
    reading = new AbortController()
    const response = await exportCalls(format, reason, search, reading.signal)
    const name = fileName.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? `calls.${format}`
    Object.assign(progress, { stage: 'running', calls: 0, messages: 0, bytes: 0, name })
    void receive(response, counterOf(format), reading.signal)
  }

  async function receive(response: Response, counter: ExportCounter, signal: AbortSignal): Promise<void> {
    const file = await newDownload()
    try {
      await copy(response, file, counter)
      if (!counter.isWhole()) throw new Error('The file ends too early')
      await file.save(progress.name)
      show(counter)
      progress.stage = 'complete'
    } catch {
      await file.discard().catch(() => {})
      show(counter)
      progress.stage = signal.aborted ? 'cancelled' : 'broken'
    }
  }

  async function copy(response: Response, file: DownloadFile, counter: ExportCounter): Promise<void> {
    const reader = response.body?.getReader()
    let shown = 0
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      counter.add(part.value)
      progress.bytes += part.value.length
      if (performance.now() - shown > shownEvery) {
        show(counter)
        shown = performance.now()
      }
      await file.write(part.value)
    }
  }

  function show({ calls, messages }: ExportCounter): void {
    Object.assign(progress, { calls, messages })
  }

  const cancel = () => reading.abort()
  const again = () => (progress.stage = 'asking')

  function warn(event: BeforeUnloadEvent): void {
    if (isRunning.value) event.preventDefault()
  }

  onMounted(() => window.addEventListener('beforeunload', warn))
  onBeforeUnmount(() => {
    window.removeEventListener('beforeunload', warn)
    cancel()
  })

  return { progress: readonly(progress), isRunning, start, cancel, again }
}
