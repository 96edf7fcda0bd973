import { watch } from 'vue'
import { useI18n } from 'vue-i18n'

import { announce } from '@/composables/announce'
import { useChatStore } from '@/stores/chat'

import type { Guide } from '../guideContext'

/** What a screen reader hears without looking: what became of a call, and what visitors write. */
export function useSpokenNews({ incoming, talks }: Guide): void {
  const { t } = useI18n()
  const chat = useChatStore()

  watch(incoming.farewell, (news) => {
    if (news) announce(t(`guide.farewell.${news.reason}`, { name: news.name, desk: news.desk }))
  })
  watch(
    () =>
      talks.panes.value.map((call) => {
        const last = chat.lines(call.id).findLast((line) => !line.own)
        return {
          call,
          seq: last?.seq ?? 0,
          words: last?.contents ?? '',
          loaded: chat.rooms.get(call.id)?.loaded,
        }
      }),
    (now, before) => {
      for (const { call, seq, words } of now) {
        const then = before.find((each) => each.call.id === call.id)
        // What was there when the chat was opened is read where it stands.
        if (then?.loaded && seq > then.seq) announce(t('guide.talk.said', { desk: call.desk.name, words }))
      }
    },
  )
}
