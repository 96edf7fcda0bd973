import { defineStore } from 'pinia'

import type { Call, Recipient } from '@/api/types'
import { needsNewAnswer, isOver } from '@/domain/callRules'
import type { Language } from '@/locales/languages'
import { callTarget, type Leaving, type Refusal, type Target } from '@/realtime/destinations'
import { trackLostAccept } from '@/realtime/lostAccept'
import { getRealtimeClient } from '@/realtime/realtimeClient'
import { trackShownAlerts } from '@/realtime/shownAlerts'
import { useRefusals } from '@/realtime/useRefusals'
import { useRingRequest } from '@/realtime/useRingRequest'

import { useCallsStore } from './calls'

/** What the people at this page do with calls, and why the server refused it. */
export const useCallActionsStore = defineStore('callActions', () => {
  const client = getRealtimeClient()
  const calls = useCallsStore()

  const refusals = useRefusals()
  const shown = trackShownAlerts()
  const lostAccept = trackLostAccept()
  const request = useRingRequest(
    ({ requestId, language }) => send('/app/calls.ring', { requestId, language }, requestId),
    (id) => send(callTarget(id, 'cancel'), null, id),
  )
  const takingBack = new Set<string>()
  // Over for the people at this page; the server may not know yet.
  const endedHere = new Set<string>()

  // A decline that the line took with it was never heard: the call goes on alerting this guide.
  client.onState((state) => state === 'online' || calls.declined.clear())

  calls.onMerge((call, known) => {
    if (known && isAnswer(known, call)) refusals.drop(call.id)
    // A press after the end of the last visitor's call is not answered by that call.
    if (!isOver(call) && !endedHere.has(call.id)) request.forget()
    request.cancelIfMeant(call)
    if (known && needsNewAnswer(known, call)) shown.forget(call.id)
  })
  calls.onDismiss((id) => {
    refusals.drop(id)
    shown.forget(id)
    takingBack.delete(id)
    endedHere.delete(id)
    lostAccept.forget(id)
  })

  /** What was asked of it has been done after all, though the answer was overdue. */
  function isAnswer(known: Call, call: Call): boolean {
    const unanswered = refusals.byRef.value.get(call.id)?.code === 'UNAVAILABLE'
    return unanswered && (known.state !== call.state || !known.transfer !== !call.transfer)
  }

  function send<T extends Target>(target: T, body: Leaving[T], ref: string): boolean {
    refusals.drop(ref)
    const sent = client.send(target, body)
    if (!sent) refuse({ code: 'UNAVAILABLE', detail: '', ref })
    return sent
  }

  function refuse(refusal: Refusal): void {
    if (refusal.ref === null) return
    if (refusal.code !== 'UNAVAILABLE') {
      if (refusal.ref === request.pending.value?.requestId) request.forget()
      lostAccept.forget(refusal.ref)
    }
    refusals.keep(refusal.ref, refusal)
  }

  const ring = (language: Language) => request.ring(language)
  /** Also before the call has come back: then it is cancelled as soon as it does. */
  const cancelRinging = () => request.cancel(calls.current?.state === 'RINGING' ? calls.current : null)

  function accept(id: string): boolean {
    lostAccept.press(id)
    return send(callTarget(id, 'accept'), null, id)
  }

  function decline(id: string, reason: string): boolean {
    lostAccept.forget(id)
    const sent = send(callTarget(id, 'decline'), { reason }, id)
    if (sent) calls.declined.add(id)
    return sent
  }

  /** What rings again for want of its guide is ended by cancelling it. */
  function end(id: string): boolean {
    // Said again after a reconnect, it is no word on what has been asked for since.
    if (!endedHere.has(id)) request.forget()
    endedHere.add(id)
    const target = calls.byId.get(id)?.state === 'RINGING' ? 'cancel' : 'end'
    return send(callTarget(id, target), null, id)
  }

  function transfer(id: string, to: Recipient, reason: string): boolean {
    takingBack.delete(id)
    return send(callTarget(id, 'transfer'), { to, reason }, id)
  }

  /** Ends our own handing on before somebody has taken it. */
  function takeBack(id: string): boolean {
    const sent = send(callTarget(id, 'decline'), { reason: '' }, id)
    if (sent) takingBack.add(id)
    return sent
  }

  const rate = (id: string, stars: number, comment: string | null = null) =>
    send(callTarget(id, 'rate'), { stars, comment }, id)
  const leave = (id: string, contents: string) => send(callTarget(id, 'leave'), { contents }, id)

  /** What a broken connection may have swallowed is asked once more, as far as it is still meant. */
  function resend(): void {
    request.resend()
    calls.ringing.filter(({ id }) => lostAccept.isDue(id)).forEach(({ id }) => accept(id))
  }

  function reset(): void {
    refusals.clear()
    shown.clear()
    takingBack.clear()
    endedHere.clear()
    lostAccept.clear()
    request.reset()
  }

  return {
    ringRequest: request.pending,
    refusals: refusals.byRef,
    forgetRefusal: refusals.drop,
    refuse,
    ring,
    cancelRinging,
    accept,
    decline,
    end,
    transfer,
    takeBack,
    /** Whether this guide has asked to have it back. */
    isTakingBack: (id: string) => takingBack.has(id),
    rate,
    leave,
    seen: shown.seen,
    resend,
    reset,
  }
})
