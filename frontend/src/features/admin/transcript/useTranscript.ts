import { onScopeDispose, ref, shallowRef, watch } from 'vue'

import { fetchAllMessages, fetchCall } from '@/api/calls'
import type { Call, Message } from '@/api/types'

import { fetchCallRecord, type CallRecord } from './callRecord'

const refreshEvery = 5_000
const isOver = (call: Call) => call.endedAt !== null

/** A call with all its messages; polls for new ones until the call has ended. */
export function useTranscript(id: () => string) {
  const call = shallowRef<Call>()
  const messages = shallowRef<Message[]>([])
  /** Undefined if it could not be loaded: the transcript must not fail because of it. */
  const record = shallowRef<CallRecord>()
  const problem = ref<unknown>()
  let latest = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function refresh(mine: number): Promise<void> {
    // The call first: if it has ended, the messages fetched afterwards are complete.
    const found = await fetchCall(id())
    const [{ items }, fetchedRecord] = await Promise.all([
      fetchAllMessages(found.id, messages.value.at(-1)?.seq ?? 0),
      fetchCallRecord(found.id).catch(() => record.value),
    ])
    if (mine !== latest) return
    call.value = found
    record.value = fetchedRecord
    if (items.length > 0) messages.value = [...messages.value, ...items]
    problem.value = undefined
  }

  async function poll(mine: number): Promise<void> {
    try {
      await refresh(mine)
    } catch (error) {
      if (mine === latest) problem.value = error
    }
    const goesOn = mine === latest && call.value && !isOver(call.value)
    if (goesOn) timer = setTimeout(() => void poll(mine), refreshEvery)
  }

  function load(): void {
    clearTimeout(timer)
    call.value = undefined
    messages.value = []
    record.value = undefined
    problem.value = undefined
    void poll(++latest)
  }

  watch(id, load, { immediate: true })
  onScopeDispose(() => {
    latest++
    clearTimeout(timer)
  })

  return { call, messages, record, problem, load }
}
