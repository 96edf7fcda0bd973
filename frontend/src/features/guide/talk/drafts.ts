import { ref } from 'vue'

import { keepForTab, keptForTab } from '../perSession'

const key = (callId: string) => `deskbell.draft.${callId}`

/** What has been typed but not sent in a call; a reload keeps it, the end of the call does not. */
export function useDraft(callId: string) {
  const text = ref(keptForTab(key(callId)))

  function write(next: string): void {
    text.value = next
    keepForTab(key(callId), next)
  }

  return { text, write }
}

export const forgetDraft = (callId: string) => keepForTab(key(callId), '')
