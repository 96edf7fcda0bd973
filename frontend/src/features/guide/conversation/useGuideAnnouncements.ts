import { watch } from 'vue'
import { useI18n } from 'vue-i18n'

import { useChatStore } from '@/stores/chat'
import { announce } from '@/utils/announce'

import type { Guide } from '../guideContext'

/** What a screen reader hears without looking: what became of a call, and what visitors write. */
export function useGuideAnnouncements({ incoming, conversations }: Guide): void {
  const { t } = useI18n()
  const chat = useChatStore()

  watch(incoming.outcome, (news) => {
    if (news) announce(t(`guide.farewell.${news.reason}`, { name: news.name, desk: news.desk }))
  })
  watch(
    () =>
      conversations.panes.value.map((call) => ({
        id: call.id,
        desk: call.desk.name,
        said: chat.lines(call.id).filter((line) => !line.own),
        loaded: chat.rooms.get(call.id)?.loaded,
      })),
    (now, before) => {
      for (const { id, desk, said } of now) {
        const then = before.find((each) => each.id === id)
        // What was there when the chat was opened is read where it stands.
        if (!then?.loaded) continue
        const known = new Set(then.said.map((line) => line.key))
        const news = said.filter((line) => !known.has(line.key)).map((line) => line.contents)
        if (news.length > 0) announce(t('guide.talk.said', { desk, words: news.join(' ') }))
      }
    },
  )
}
