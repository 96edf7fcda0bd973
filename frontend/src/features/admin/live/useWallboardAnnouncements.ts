import { watch } from 'vue'
import { useI18n } from 'vue-i18n'

import { useLiveStore } from '@/stores/live'
import { announce } from '@/utils/announce'

import { isEscalated } from './board'

/** Announces calls that start to ring or are escalated. */
export function useWallboardAnnouncements(): void {
  const { t } = useI18n()
  const live = useLiveStore()

  watch(
    () =>
      live.calls
        .filter((call) => call.state === 'RINGING')
        .map((call) => ({
          key: `${call.id} ${isEscalated(call)} ${call.guide?.username ?? ''}`,
          words: t(isEscalated(call) ? 'admin.live.spoken.late' : 'admin.live.spoken.rings', {
            region: call.region.name,
            desk: call.desk.name,
          }),
        })),
    (now, before) => {
      const known = new Set(before.map((each) => each.key))
      const news = now.filter((each) => !known.has(each.key)).map((each) => each.words)
      if (news.length > 0) announce(news.join(' '))
    },
  )
}
