/**
 * A file that is written bit by bit and handed to the browser's downloads once it is whole. It lies in the browser's
 * private file system meanwhile, so that its size does not matter; where there is none, in memory.
 */
export interface DownloadFile {
  write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  save: (name: string) => Promise<void>
  discard: () => Promise<void>
}

const prefix = 'download-'
/** The browser may still be copying what this tab has saved. */
const copying = 600_000
const saved = new Set<string>()

export async function newDownload(): Promise<DownloadFile> {
  try {
    await remove((name) => !saved.has(name))
    return await onDisk()
  } catch {
    return inMemory()
  }
}

async function onDisk(): Promise<DownloadFile> {
  const folder = await navigator.storage.getDirectory()
  const name = prefix + crypto.randomUUID()
  const file = await folder.getFileHandle(name, { create: true })
  const writable = await file.createWritable()
  return {
    write: (bytes) => writable.write(bytes),
    async save(as) {
      await writable.close()
      saved.add(name)
      offer(await file.getFile(), as)
    },
    async discard() {
      await writable.abort()
      await folder.removeEntry(name)
    },
  }
}

function inMemory(): DownloadFile {
  let parts: BlobPart[] = []
  return {
    write(bytes) {
      parts.push(bytes)
      return Promise.resolve()
    },
    save(name) {
      offer(new Blob(parts), name)
      return Promise.resolve()
    },
    discard() {
      parts = []
      return Promise.resolve()
    },
  }
}

function offer(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), copying)
}

/** Nothing of them stays in the browser. */
export const forgetDownloads = () => remove(() => true)

/** What is still being written, here or in another tab, is locked and stays. */
async function remove(which: (name: string) => boolean): Promise<void> {
  const folder = await navigator.storage.getDirectory()
  for await (const name of folder.keys()) {
    if (name.startsWith(prefix) && which(name)) await folder.removeEntry(name).catch(() => {})
  }
}
