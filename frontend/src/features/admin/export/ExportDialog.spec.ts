import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import * as api from '@/api/admin/history'
import { ApiProblem } from '@/api/problem'
import { mountPage } from '@/testing/mountPage'

import ExportDialog from './ExportDialog.vue'

vi.mock('@/api/admin/history')

const whole = '{"id":"1","messages":[]}\n{"complete":true,"calls":1,"messages":0}\n'
const saved = vi.fn()

/** An answer whose parts come one by one; jsdom has no streams. */
function answer(read: () => Promise<{ done: boolean; value?: Uint8Array }>): Response {
  const headers = new Headers({ 'content-disposition': 'attachment; filename="calls.ndjson"' })
  return { headers, body: { getReader: () => ({ read }) } } as unknown as Response
}

function file(...parts: (string | Error)[]): Response {
  return answer(() => {
    const part = parts.shift()
    if (part instanceof Error) return Promise.reject(part)
    return Promise.resolve(
      part === undefined ? { done: true } : { done: false, value: new TextEncoder().encode(part) },
    )
  })
}

const find = (id: string) => document.querySelector<HTMLElement>(`[data-testid=${id}]`)

async function ask(reason: string): Promise<void> {
  mountPage(ExportDialog, { props: { search: { region: 'seoul' }, hint: '' } })
  await flushPromises()
  document.querySelector<HTMLInputElement>('input[value=ndjson]')?.click()
  const field = find('export-reason') as HTMLInputElement
  field.value = reason
  field.dispatchEvent(new Event('input'))
  await flushPromises()
  document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
}

const ended = (stage: string) => vi.waitFor(() => expect(find('export-progress')?.dataset.stage).toBe(stage))

beforeEach(() => {
  vi.clearAllMocks()
  saved.mockReset()
  // jsdom lacks what Vuetify places its overlays by, and what a file is offered by.
  vi.stubGlobal('visualViewport', new EventTarget())
  URL.createObjectURL = vi.fn(() => 'blob:file')
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved(this.download)
  })
})
afterEach(() => {
  document.body.innerHTML = ''
  vi.restoreAllMocks()
})

describe('the export', () => {
  it('asks for a reason of which something can be seen', async () => {
    await ask(' \u200b')
    expect(api.exportCalls).not.toHaveBeenCalled()
    expect(find('export-reason')?.getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(find('export-reason'))
  })

  it('saves a file that is whole', async () => {
    vi.mocked(api.exportCalls).mockResolvedValue(file(whole.slice(0, 30), whole.slice(30)))
    await ask(' audit ')
    await ended('complete')
    expect(api.exportCalls).toHaveBeenCalledWith('ndjson', 'audit', { region: 'seoul' }, expect.anything())
    expect(saved).toHaveBeenCalledWith('calls.ndjson')
  })

  it.each([
    ['whose connection breaks', [whole.slice(0, 30), new TypeError('network error')]],
    ['that ends too early', [whole.slice(0, 30)]],
  ])('does not save a file %s', async (_, parts) => {
    vi.mocked(api.exportCalls).mockResolvedValue(file(...parts))
    await ask('audit')
    await ended('broken')
    expect(saved).not.toHaveBeenCalled()
    expect(document.querySelector('[role=alert]')?.textContent).toContain('1')
  })

  it('shows why it did not begin, and keeps what was typed', async () => {
    vi.mocked(api.exportCalls).mockRejectedValue(new ApiProblem({ code: 'UNAVAILABLE', status: 503 }))
    await ask('audit')
    expect(document.activeElement?.getAttribute('role')).toBe('alert')
    expect((find('export-reason') as HTMLInputElement).value).toBe('audit')
  })

  it('is broken off by whoever cancels it', async () => {
    let stop: AbortSignal | undefined
    vi.mocked(api.exportCalls).mockImplementation((...[, , , signal]) => {
      stop = signal
      const aborted = new Promise<never>((_, reject) =>
        signal.addEventListener('abort', () => reject(new Error('aborted'))),
      )
      return Promise.resolve(answer(() => aborted))
    })
    await ask('audit')
    await ended('running')
    find('export-cancel')?.click()
    await flushPromises()
    const confirm = [...document.querySelectorAll<HTMLElement>('[role=alertdialog] .v-btn')].at(-1)
    confirm?.click()
    await ended('cancelled')
    expect(stop?.aborted).toBe(true)
    expect(saved).not.toHaveBeenCalled()
  })
})
