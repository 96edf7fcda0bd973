import { ref } from 'vue'

import type { Call } from '@/api/types'
import { waitsSince } from '@/stores/callRules'

import { keepForTab, keptForTab } from '../perSession'

const atMost = 100

/** A call that is handed on, or rings again for want of its guide, is a new question: it may ring here again. */
const keyOf = (call: Call) => [call.id, call.guide?.username ?? '', waitsSince(call)].join('|')

function read(storageKey: string): string[] {
  try {
    const kept: unknown = JSON.parse(keptForTab(storageKey) || '[]')
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : []
  } catch {
    return []
  }
}

/** Calls this guide has declined. The server sends what rings again after a reload; that must not ask twice. */
export function useDeclinedCalls(username: string) {
  const storageKey = `deskbell.declined.${username}`
  const keys = ref(read(storageKey))

  function add(call: Call): void {
    keys.value = [...keys.value.filter((each) => each !== keyOf(call)), keyOf(call)].slice(-atMost)
    keepForTab(storageKey, JSON.stringify(keys.value))
  }

  return { has: (call: Call) => keys.value.includes(keyOf(call)), add }
}
