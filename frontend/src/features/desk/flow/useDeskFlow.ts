import { computed, onScopeDispose, ref, watch } from 'vue'

import { isOver } from '@/domain/callRules'
import { language } from '@/locales'
import { useCallActionsStore } from '@/stores/callActions'
import { useCallsStore } from '@/stores/calls'
import { useChatStore } from '@/stores/chat'
import { useConnectionStore } from '@/stores/connection'

import { isRingingAgain } from './guideStatus'
import { pressLimiter } from './pressLimiter'
import { screenOf, type Situation } from './screens'
import { useCallRequest } from './useCallRequest'

const wordFor = 10_000

/** The visitor's way through one call, from the press to the first screen again. */
export function useDeskFlow() {
  const actions = useCallActionsStore()
  const calls = useCallsStore()
  const chat = useChatStore()
  const connection = useConnectionStore()
  const press = useCallRequest()

  const withdrawn = ref(false)
  const ended = ref<Situation['ended']>(null)
  const note = ref<Situation['note']>('none')
  const cancelled = ref(false)
  const draft = ref('')
  const counts = pressLimiter()
  let word: ReturnType<typeof setTimeout> | undefined

  const call = computed(() => calls.current)
  const screen = computed(() =>
    screenOf({
      call: call.value,
      online: connection.online,
      asked: press.asked.value,
      failure: press.failure.value,
      withdrawn: withdrawn.value,
      ended: ended.value,
      note: note.value,
    }),
  )

  function ring(): void {
    if (!counts()) return
    if (call.value && isOver(call.value)) calls.dismiss(call.value.id)
    withdrawn.value = false
    cancelled.value = false
    note.value = 'none'
    press.press(language.value)
  }

  function cancel(): void {
    withdrawn.value = true
    cancelled.value = true
    press.takeBack()
  }

  /** What still goes on at the server of a call that is over for its visitor. */
  function tellEnd(): void {
    if (call.value && !isOver(call.value)) actions.end(call.value.id)
  }

  /** Also without a connection: the chat goes from the screen at once, the guide hears of it when we are back. */
  function end(): void {
    if (!call.value) return
    // While another guide is being called, there is nobody to thank or to rate.
    const again = isRingingAgain(call.value)
    ended.value = { id: call.value.id, thanked: again }
    cancelled.value = again
    draft.value = ''
    chat.forget(call.value.id)
    tellEnd()
  }

  function noteLeft(): void {
    draft.value = ''
    note.value = 'left'
    // Who has left a text is leaving too; a guide coming now would answer an empty desk.
    if (call.value?.state === 'RINGING') {
      withdrawn.value = true
      actions.cancelRinging()
    }
  }

  function home(): void {
    if (ended.value) ended.value.thanked = true
    if (call.value && isOver(call.value)) calls.dismiss(call.value.id)
    note.value = 'none'
    draft.value = ''
    cancelled.value = false
    press.clear()
  }

  watch(cancelled, (now) => {
    clearTimeout(word)
    if (now) word = setTimeout(() => (cancelled.value = false), wordFor)
  })
  onScopeDispose(() => clearTimeout(word))

  // What was decided here while there was no connection is told as soon as there is one.
  watch([() => connection.online, call], ([online, now]) => {
    if (!online || !now) return
    if (now.id === ended.value?.id) tellEnd()
    else if (now.state === 'RINGING' && withdrawn.value) actions.cancelRinging()
  })
  // Also when the next visitor's call has come before the last news of this one.
  watch(
    () => ended.value?.thanked && calls.byId.get(ended.value.id),
    (old) => old && isOver(old) && calls.dismiss(old.id),
  )
  watch(
    () => call.value?.state,
    (state) => {
      const now = call.value
      if (now && state === 'CANCELLED' && now.id !== ended.value?.id) {
        if (note.value !== 'left') cancelled.value = true
        calls.dismiss(now.id)
      }
      if (state === 'ACTIVE') note.value = 'none'
      // What was being written in the talk goes with it, a note begun for those who are not here does not.
      if (state === 'ENDED' || (state === 'MISSED' && note.value === 'none')) draft.value = ''
      if (state !== 'RINGING') withdrawn.value = false
      if (!state) ended.value = null
    },
  )

  return {
    screen,
    call,
    draft,
    cancelled,
    failure: press.failure,
    left: press.left,
    ring,
    cancel,
    end,
    home,
    write: () => (note.value = 'writing'),
    putAside: () => (note.value = 'none'),
    noteLeft,
  }
}
