import { forgetDownloads } from '@/utils/downloads'
import { openOutboxStorage } from '@/realtime/outboxStorage'
import { clearPersonalStorage } from '@/utils/localStorage'
import { clearSessionStorage } from '@/utils/sessionStorage'

const patience = 1_000

/**
 * Whoever comes next in this tab begins with a page of their own: nothing in its memory, in the address, in the title
 * or for a screen reader is left of the one before, and nothing in the browser's stores.
 */
export async function leaveTo(address: string): Promise<void> {
  clearPersonalStorage()
  clearSessionStorage()
  const emptied = [openOutboxStorage().then((storage) => storage.removeAll()), forgetDownloads()]
  await Promise.race([Promise.allSettled(emptied), new Promise((enough) => setTimeout(enough, patience))])
  location.replace(address)
}
