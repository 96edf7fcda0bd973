import { onScopeDispose, ref, shallowRef, watch } from 'vue'

import { fetchAllMessages, fetchCall } from '@/api/calls'
import type { Call, Message } from '@/api/types'

import { fetchProof, type Proof } from './proof'

const refreshEvery = 5_000
const isOver = (call: Call) => call.endedAt !== null

/** A call with all its messages; as long as it is not over, what is new is fetched from time to time. */
export function useTranscript(id: () => string) {
  const call = shallowRef<Call>()
  const messages = shallowRef<Message[]>([])
  /** Not there where it cannot be had: the record itself must not wait for it, or fail with it. */
  const proof = shallowRef<Proof>()
  const problem = ref<unknown>()
  let latest = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function refresh(mine: number): Promise<void> {
    // The call first: what was said before its end is then surely among the messages.
    const found = await fetchCall(id())
    const [{ items }, proven] = await Promise.all([
      fetchAllMessages(found.id, messages.value.at(-1)?.seq ?? 0),
      fetchProof(found.id).catch(() => proof.value),
    ])
    if (mine !== latest) return
    call.value = found
    proof.value = proven
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
    proof.value = undefined
    problem.value = undefined
    void poll(++latest)
  }

  watch(id, load, { immediate: true })
  onScopeDispose(() => {
    latest++
    clearTimeout(timer)
  })

  return { call, messages, proof, problem, load }
}
