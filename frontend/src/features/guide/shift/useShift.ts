import { computed, ref } from 'vue'

import { recall, remember } from '@/composables/keep'
import { useCallsStore } from '@/stores/calls'
import { usePresenceStore } from '@/stores/presence'
import { useSessionStore } from '@/stores/session'

const key = 'deskbell.shift'

/**
 * Whether this guide works at this browser. It outlasts a reload; who signs in anew, or comes to another device,
 * starts a shift by hand, because only a click lets the browser make a sound.
 */
export function useShift() {
  const calls = useCallsStore()
  const presence = usePresenceStore()
  const { username } = useSessionStore()

  const begun = ref(recall(key, [username]) !== undefined && presence.own !== 'AWAY')
  // Who talks needs the chat, whatever the shift says.
  const on = computed(() => begun.value || calls.mine.length > 0)

  function start(): void {
    remember(key, username)
    begun.value = true
    presence.setState('AVAILABLE')
  }

  /** The visitor's call is worth more than the order of buttons: accepting one opens the desk. */
  function open(): void {
    begun.value = true
  }

  function end(): void {
    remember(key, '')
    begun.value = false
    presence.setState('AWAY')
  }

  function forget(): void {
    remember(key, '')
  }

  return { on, start, open, end, forget }
}
