import { onScopeDispose, ref, watch } from 'vue'

import { language } from '@/locales'
import { announce } from '@/utils/announce'

import { useAccessibilityOptions } from './useAccessibilityOptions'

const synthesis = (): SpeechSynthesis | undefined => window.speechSynthesis

/** Stops whatever is being read aloud, and what waits for it: another screen has come, or nobody listens any more. */
export function stopSpeaking(): void {
  synthesis()?.cancel()
}

/** The browser reads one after the other: of two quick messages both are heard. */
function readAloud(words: string): void {
  const voice = synthesis()
  if (!voice) return
  const speech = new SpeechSynthesisUtterance(words)
  speech.lang = language.value
  voice.speak(speech)
}

/** Says it to a screen reader, and aloud where the visitor asked for that. */
export function announceAloud(words: string): void {
  announce(words)
  if (useAccessibilityOptions().aloud.value) readAloud(words)
}

/** Whether this device has a voice at all; browsers learn of theirs a moment after the start. */
export function useVoices() {
  const count = () => synthesis()?.getVoices().length ?? 0
  const available = ref(count() > 0)
  const look = () => (available.value = count() > 0)
  synthesis()?.addEventListener?.('voiceschanged', look)
  onScopeDispose(() => {
    synthesis()?.removeEventListener?.('voiceschanged', look)
    stopSpeaking()
  })
  const { aloud } = useAccessibilityOptions()
  watch(aloud, (on) => !on && stopSpeaking())
  return available
}
