import { onScopeDispose, ref, watch, type Ref } from 'vue'

export interface Notice {
  id: string
  title: string
  body: string
}

type Permission = NotificationPermission | 'unsupported'

const permissionNow = (): Permission =>
  typeof Notification === 'undefined' ? 'unsupported' : Notification.permission

/** One desktop notification a call, gone when the call is; a click brings the page to the front. */
export function useDesktopNotices(wanted: Ref<readonly Notice[]>) {
  const permission = ref<Permission>(permissionNow())
  const shown = new Map<string, Notification>()

  async function ask(): Promise<void> {
    if (permissionNow() === 'default') await Notification.requestPermission().catch(() => 'default')
    permission.value = permissionNow()
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
      // Phones allow them from service workers only.
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
      if (permissionNow() !== 'granted') return
      for (const notice of notices) {
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
