import { computed, ref } from 'vue'

import { useCallsStore } from '@/stores/calls'
import { usePresenceStore } from '@/stores/presence'
import { clearPersonalStorage, readLocalStorage, saveToLocalStorage, shiftKey } from '@/utils/localStorage'

const working = 'on'

/**
 * Whether this guide works at this browser. It outlasts a reload; who signs in anew, or comes to another device,
 * starts a shift by hand, because only a click lets the browser make a sound.
 */
export function useShift() {
  const calls = useCallsStore()
  const presence = usePresenceStore()

  const begun = ref(readLocalStorage(shiftKey, [working]) !== undefined && presence.own !== 'AWAY')
  /** Asked before a shift ends in a talk: what then happens is not what the button says. */
  const asking = ref(false)
  // Who talks needs the chat, whatever the shift says.
  const on = computed(() => begun.value || calls.mine.length > 0)

  function start(): void {
    saveToLocalStorage(shiftKey, working)
    begun.value = true
    presence.setState('AVAILABLE')
  }

  /** The visitor's call is worth more than the order of buttons: accepting one opens the desk. */
  function open(): void {
    begun.value = true
  }

  function end(): void {
    asking.value = !asking.value && calls.mine.length > 0
    if (asking.value) return
    clearPersonalStorage()
    begun.value = false
    presence.setState('AWAY')
  }

  return { on, begun, asking, start, open, end }
}
