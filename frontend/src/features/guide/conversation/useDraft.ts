import { ref } from 'vue'

import { saveToSessionStorage, readSessionStorage } from '@/utils/sessionStorage'

const key = (callId: string) => `deskbell.draft.${callId}`

/** What has been typed but not sent in a call; a reload keeps it, the end of the call does not. */
export function useDraft(callId: string) {
  const text = ref(readSessionStorage(key(callId)))

  function write(next: string): void {
    text.value = next
    saveToSessionStorage(key(callId), next)
  }

  return { text, write }
}

export const forgetDraft = (callId: string) => saveToSessionStorage(key(callId), '')
