import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

import { fetchCall, fetchCurrentCalls } from '@/api/calls'
import { isLasting } from '@/api/problem'
import type { Call, Recipient } from '@/api/types'
import { newId } from '@/composables/newId'
import type { Language } from '@/locales/languages'
import { callTarget, type Leaving, type Refusal, type Target } from '@/realtime/destinations'
import { useLink } from '@/realtime/link'
import { moment, since, type Moment } from '@/realtime/moment'

import { isAskedAnew, isOver, isToward, longestWaitFirst, oldestFirst, pressHeldFor } from './callRules'
import { lastOver } from './lastOver'
import { useLostAccept } from './lostAccept'
import { fetchOpenCalls } from './openCalls'
import { useRefusals } from './refusals'
import { useSessionStore } from './session'
import { useShownAlerts } from './shownAlerts'

/** Calls as last heard of, whichever way the news came; an older version never replaces a newer one. */
export const useCallsStore = defineStore('calls', () => {
  const link = useLink()
  const sessions = useSessionStore()

  const byId = ref(new Map<string, Call>())
  /** Asked for once: before, that none is known does not mean that none waits. */
  const loaded = ref(false)
  /** Until the server says so itself. */
  const declined = ref(new Set<string>())
  const refusals = useRefusals()
  const asked = ref<{ requestId: string; language: Language; at: Moment } | null>(null)
  const shown = useShownAlerts()
  const lostAccept = useLostAccept()
  const over = lastOver(dismiss)
  const takingBack = new Set<string>()
  // Over for the people at this page; the server may not know yet.
  const endedHere = new Set<string>()
  let cancelNext = false

  const all = computed(() => [...byId.value.values()].sort(oldestFirst))
  const mine = computed(() =>
    all.value.filter((call) => call.state === 'ACTIVE' && call.guide?.username === sessions.username),
  )
  const ringing = computed(() => {
    const codes = new Set(sessions.regions.map((region) => region.code))
    return all.value
      .filter((call) => !declined.value.has(call.id) && isToward(call, sessions.username, codes))
      .sort(longestWaitFirst)
  })
  /** At a desk: its call, also for the moment after it is over, until `dismiss`. */
  const current = computed(
    () => all.value.findLast((call) => call.desk.code === sessions.session?.desk?.code) ?? null,
  )

  // A decline that the line took with it was never heard: the call goes on alerting this guide.
  link.onState((state) => state === 'online' || declined.value.clear())

  const isOwn = (call: Call) =>
    call.guide?.username === sessions.username || call.desk.code === sessions.session?.desk?.code

  function merge(call: Call): boolean {
    const known = byId.value.get(call.id)
    if (known && known.version > call.version) return false
    // The last news of a call that was dismissed, its rating say, must not bring it back.
    if (!known && isOver(call)) return false
    byId.value.set(call.id, call)
    if (known && isAnswer(known, call)) refusals.drop(call.id)
    // A press after the end of the last visitor's call is not answered by that call.
    if (!isOver(call) && !endedHere.has(call.id)) asked.value = null
    if (cancelNext && call.state === 'RINGING') cancel(call.id)
    if (known && isAskedAnew(known, call)) {
      declined.value.delete(call.id)
      shown.forget(call.id)
    }
    if (isOver(call) && !isOwn(call)) over.add(call.id)
    return true
  }

  /** What was asked of it has been done after all, though the answer was overdue. */
  function isAnswer(known: Call, call: Call): boolean {
    const unanswered = refusals.byRef.value.get(call.id)?.code === 'UNAVAILABLE'
    return unanswered && (known.state !== call.state || !known.transfer !== !call.transfer)
  }

  async function lookAgain(id: string, signal?: AbortSignal): Promise<void> {
    try {
      const call = await fetchCall(id)
      signal?.throwIfAborted()
      merge(call)
    } catch (problem) {
      if (!isLasting(problem)) throw problem
      dismiss(id)
    }
  }

  const refresh = (id: string) => lookAgain(id).catch(() => {})

  /** Shows a call that this page has never known going on. False when it is not, or no longer, ours. */
  async function recall(id: string, signal: AbortSignal): Promise<boolean> {
    const call = await fetchCall(id).catch((problem: unknown) => {
      if (!isLasting(problem)) throw problem
    })
    signal.throwIfAborted()
    if (call?.guide?.username !== sessions.username) return false
    byId.value.set(id, call)
    return true
  }

  async function resyncOwn(signal?: AbortSignal): Promise<Call[]> {
    const { items } = await fetchCurrentCalls(signal)
    signal?.throwIfAborted()
    items.forEach(merge)
    return items
  }

  /** After a reconnect: what we still hold as going on may have been taken or ended while we were away. */
  async function resync(signal?: AbortSignal): Promise<void> {
    const asked = [resyncOwn(signal)]
    if (sessions.role === 'GUIDE') asked.push(fetchOpenCalls(merge, signal))
    // Neither list waits for the other to be had.
    await Promise.allSettled(asked)
    const fresh = new Set((await Promise.all(asked)).flat().map((call) => call.id))
    loaded.value = true
    await Promise.all(
      all.value.filter((call) => !isOver(call) && !fresh.has(call.id)).map(({ id }) => lookAgain(id, signal)),
    )
    ringAgain()
    ringing.value.filter(({ id }) => lostAccept.isDue(id)).forEach(({ id }) => accept(id))
  }

  /** The press that fell into a broken connection counts, unless its visitor has probably left by now. */
  function ringAgain(): void {
    const request = asked.value
    if (!request) return
    if (since(request.at) < pressHeldFor) post(request)
    else asked.value = null
  }

  function send<T extends Target>(target: T, body: Leaving[T], ref: string): boolean {
    refusals.drop(ref)
    const sent = link.send(target, body)
    if (!sent) refuse({ code: 'UNAVAILABLE', detail: '', ref })
    return sent
  }

  function refuse(refusal: Refusal): void {
    if (refusal.ref === null) return
    if (refusal.ref === asked.value?.requestId && refusal.code !== 'UNAVAILABLE') asked.value = null
    if (refusal.code !== 'UNAVAILABLE') lostAccept.forget(refusal.ref)
    refusals.keep(refusal.ref, refusal)
  }

  const post = ({ requestId, language }: { requestId: string; language: Language }) =>
    send('/app/calls.ring', { requestId, language }, requestId)

  /** Returns the requestId, under which a refusal would appear. */
  function ring(language: Language): string {
    cancelNext = false
    asked.value ??= { requestId: newId(), language, at: moment() }
    post(asked.value)
    return asked.value.requestId
  }

  function cancel(id: string): boolean {
    cancelNext = false
    return send(callTarget(id, 'cancel'), null, id)
  }

  /** Also before the call has come back: then it is cancelled as soon as it does. */
  function cancelRinging(): void {
    if (current.value?.state === 'RINGING') cancel(current.value.id)
    else if (asked.value) cancelNext = true
    asked.value = null
  }

  function accept(id: string): boolean {
    lostAccept.press(id)
    return send(callTarget(id, 'accept'), null, id)
  }

  /** What rings again for want of its guide is ended by cancelling it. */
  function end(id: string): boolean {
    // Said again after a reconnect, it is no word on what has been asked for since.
    if (!endedHere.has(id)) asked.value = null
    endedHere.add(id)
    const target = byId.value.get(id)?.state === 'RINGING' ? 'cancel' : 'end'
    return send(callTarget(id, target), null, id)
  }

  function transfer(id: string, to: Recipient, reason: string): boolean {
    takingBack.delete(id)
    return send(callTarget(id, 'transfer'), { to, reason }, id)
  }
  const rate = (id: string, stars: number, comment: string | null = null) =>
    send(callTarget(id, 'rate'), { stars, comment }, id)
  const leave = (id: string, contents: string) => send(callTarget(id, 'leave'), { contents }, id)

  function decline(id: string, reason: string): boolean {
    lostAccept.forget(id)
    const sent = send(callTarget(id, 'decline'), { reason }, id)
    if (sent) declined.value.add(id)
    return sent
  }

  /** Ends our own handing on before somebody has taken it. */
  function takeBack(id: string): boolean {
    const sent = send(callTarget(id, 'decline'), { reason: '' }, id)
    if (sent) takingBack.add(id)
    return sent
  }

  function dismiss(id: string): void {
    byId.value.delete(id)
    declined.value.delete(id)
    refusals.drop(id)
    shown.forget(id)
    over.forget(id)
    takingBack.delete(id)
    endedHere.delete(id)
    lostAccept.forget(id)
  }

  function reset(): void {
    byId.value.clear()
    declined.value.clear()
    refusals.clear()
    shown.clear()
    over.clear()
    takingBack.clear()
    endedHere.clear()
    lostAccept.clear()
    asked.value = null
    cancelNext = false
    loaded.value = false
  }

  return {
    byId,
    loaded,
    all,
    mine,
    ringing,
    current,
    asked,
    refusals: refusals.byRef,
    forgetRefusal: refusals.drop,
    merge,
    refresh,
    recall,
    resync,
    refuse,
    ring,
    cancelRinging,
    accept,
    decline,
    transfer,
    takeBack,
    /** Whether this guide has asked to have it back. */
    isTakingBack: (id: string) => takingBack.has(id),
    end,
    rate,
    leave,
    seen: shown.seen,
    dismiss,
    reset,
  }
})
