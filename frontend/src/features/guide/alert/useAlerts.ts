import { computed, onScopeDispose, ref, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'

import { useCallActionsStore } from '@/stores/callActions'
import { useConnectionStore } from '@/stores/connection'
import { useSessionStore } from '@/stores/session'

import { kindText } from '../incoming/cardText'
import type { IncomingCard } from '../incoming/useIncoming'
import { Bell } from './bell'
import { useDesktopNotifications } from './useDesktopNotifications'
import { useLeaderTab } from './useLeaderTab'
import { usePageBadge } from './usePageBadge'
import { useRinging } from './useRinging'

const gestures = ['click', 'keydown', 'pointerup'] as const
// Cut off from the server we cannot learn that a call is over; by then every call is.
const staleAfter = 180

/** Everything that makes a waiting call unmissable: sound, notification, title, icon, and telling that it is shown. */
export function useAlerts(cards: Ref<readonly IncomingCard[]>, bell = new Bell()) {
  const { t } = useI18n()
  const actions = useCallActionsStore()
  const connection = useConnectionStore()
  const sessions = useSessionStore()

  const online = computed(() => connection.online)
  const { leading, elsewhere } = useLeaderTab(`deskbell.bell.${sessions.username}`, bell.audible, online)
  const audible = computed(() => bell.audible.value || elsewhere.value)
  const visible = ref(document.visibilityState === 'visible')

  /** A guide with as many calls as they may have sees what rings, and is not called from the talk by it. */
  const asking = computed(() => cards.value.filter((card) => !card.others))

  const pattern = computed(() => {
    const due = asking.value.filter((card) => connection.online || card.waited < staleAfter)
    if (due.length === 0) return null
    return due.some((card) => card.late) ? 'late' : 'ring'
  })
  useRinging(bell, pattern, leading)

  const notices = computed(() =>
    asking.value.map((card) => {
      const { call, kind } = card
      const body = t('guide.notice.body', {
        region: call.region.name,
        language: t(`guide.language.${call.language}`),
      })
      return {
        id: call.id,
        title: t('guide.notice.title', { desk: call.desk.name }),
        body: kind === 'call' ? body : `${kindText(card)} · ${body}`,
      }
    }),
  )
  const { permission, ask, show } = useDesktopNotifications(notices)

  const title = computed(() => {
    const first = cards.value[0]
    if (!first) return t('guide.title')
    return t('guide.titleRinging', { n: cards.value.length, desk: first.call.desk.name })
  })
  usePageBadge(
    title,
    computed(() => cards.value.length > 0),
  )

  // Told only when somebody can notice it: on a screen that is shown, or by the sound.
  watch(
    () => [
      cards.value.map(({ call }) => `${call.id} ${call.ringingSince}`).join(),
      audible.value,
      visible.value,
      connection.online,
    ],
    () => {
      if (!visible.value && !audible.value) return
      for (const { call, others } of cards.value) actions.seen(call.id, audible.value && !others)
    },
    { immediate: true },
  )

  const unlock = () => bell.unlock()
  function wake(): void {
    visible.value = document.visibilityState === 'visible'
    // Some systems stop the sound while the screen sleeps.
    if (visible.value && navigator.userActivation?.hasBeenActive) void unlock()
  }
  function test(): void {
    void unlock().then(() => bell.strike('test'))
    if (permission.value !== 'granted') return
    const shown = show({ id: 'test', title: t('guide.notice.test'), body: t('guide.notice.testBody') })
    setTimeout(() => shown?.close(), 5_000)
  }

  wake()
  const onGesture = () => {
    if (!bell.audible.value) void unlock()
  }
  gestures.forEach((each) => document.addEventListener(each, onGesture, true))
  document.addEventListener('visibilitychange', wake)
  onScopeDispose(() => {
    gestures.forEach((each) => document.removeEventListener(each, onGesture, true))
    document.removeEventListener('visibilitychange', wake)
    bell.close()
  })

  return { audible, permission, unlock, ask, test }
}
