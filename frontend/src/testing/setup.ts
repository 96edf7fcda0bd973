import './browserGlobals'
import 'fake-indexeddb/auto'

import { config } from '@vue/test-utils'
import { afterEach, vi } from 'vitest'

import { i18n } from '@/locales'

type Messages = Record<string, unknown>

// Specs read the real Korean and English words, at once and in every namespace.
const files = import.meta.glob<Messages>('../locales/*/{ko,en}.json', { import: 'default', eager: true })
for (const [path, messages] of Object.entries(files)) {
  const [namespace, file] = path.split('/').slice(-2) as [string, string]
  i18n.global.mergeLocaleMessage(file.replace('.json', ''), { [namespace]: messages })
}
config.global.plugins.push(i18n)

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
