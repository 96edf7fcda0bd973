import { onScopeDispose, ref, watch, type Ref } from 'vue'

export interface Notice {
  id: string
  title: string
  body: string
}

type Permission = NotificationPermission | 'unsupported'

/** Phones allow them, but from service workers only: no page of theirs can ever show one, which trying alone tells. */
let refused = false

/** On plain http the browser says denied, and nobody could allow it. */
const permissionNow = (): Permission =>
  refused || typeof Notification === 'undefined' || window.isSecureContext === false
    ? 'unsupported'
    : Notification.permission

/** Says when the permission may have changed: in the site settings, in another tab, while the page slept. */
function usePermissionNews(look: () => void): void {
  let status: PermissionStatus | undefined
  let over = false
  // Not everywhere, and not for notifications everywhere.
  const asked: Promise<PermissionStatus> | undefined = (
    navigator.permissions as Permissions | undefined
  )?.query({ name: 'notifications' })
  asked
    ?.then((found) => {
      if (over) return
      status = found
      status.addEventListener('change', look)
    })
    .catch(() => {})
  const events = ['focus', 'pageshow'] as const
  events.forEach((each) => window.addEventListener(each, look))
  onScopeDispose(() => {
    over = true
    status?.removeEventListener('change', look)
    events.forEach((each) => window.removeEventListener(each, look))
  })
}

/** One desktop notification a call, gone when the call is; a click brings the page to the front. */
export function useDesktopNotifications(wanted: Ref<readonly Notice[]>) {
  const permission = ref<Permission>(permissionNow())
  const shown = new Map<string, Notification>()
  const look = () => (permission.value = permissionNow())
  usePermissionNews(look)

  async function ask(): Promise<void> {
    if (permissionNow() === 'default') await Notification.requestPermission().catch(() => 'default')
    look()
  }

  function show(notice: Notice): Notification | undefined {
    try {
      // The tag makes several tabs share one. Our own bell sounds already.
      const options = { body: notice.body, tag: notice.id, requireInteraction: true, silent: true }
      const notification = new Notification(notice.title, options)
      notification.onclick = () => {
        window.focus()
        notification.close()
      }
      return notification
    } catch {
      refused = true
      look()
      return undefined
    }
  }

  function close(id: string): void {
    shown.get(id)?.close()
    shown.delete(id)
  }

  watch(
    [wanted, permission],
    ([notices]) => {
      for (const id of shown.keys()) if (!notices.some((each) => each.id === id)) close(id)
      for (const notice of notices) {
        if (permissionNow() !== 'granted') return
        if (shown.has(notice.id)) continue
        const notification = show(notice)
        if (notification) shown.set(notice.id, notification)
      }
    },
    { immediate: true },
  )
  onScopeDispose(() => [...shown.keys()].forEach(close))

  return { permission, ask, show }
}
