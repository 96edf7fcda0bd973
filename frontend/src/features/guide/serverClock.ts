import { ref } from 'vue'

import { below } from '@/api/below'

const skew = ref(0)
const worthCorrecting = 2_000

/** What the server's clock says now. Waiting times come from its stamps, and PCs at counters are often minutes off. */
export const serverNow = () => Date.now() + skew.value

/** Compares this device's clock with the server's, which every answer states to the second. */
export async function compareClocks(): Promise<void> {
  try {
    const sent = Date.now()
    const { headers } = await fetch(below('/api/session'), { method: 'HEAD' })
    const said = Date.parse(headers.get('date') ?? '')
    if (Number.isNaN(said)) return
    const difference = said + 500 - (sent + Date.now()) / 2
    skew.value = Math.abs(difference) > worthCorrecting ? difference : 0
  } catch {
    // Without an answer the device's own clock has to do.
  }
}
