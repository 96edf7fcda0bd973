import 'vuetify/styles/core'
import '@/theme/tokens.css'
import '@/theme/base.css'
import '@/theme/vuetify.css'
import '@/theme/forced.css'

import { createPinia } from 'pinia'
import { createApp, watch } from 'vue'

import { onSignedOut } from '@/api/http'
import { keepFocus } from '@/utils/keepFocus'
import { i18n } from '@/locales'
import { Connection } from '@/realtime/connection'
import { setRealtimeClient } from '@/realtime/realtimeClient'
import { openStompSocket } from '@/realtime/stompSocket'
import { watchPageLifecycle } from '@/realtime/watchPageLifecycle'
import { useSessionStore } from '@/stores/session'
import { applyTheme } from '@/theme/useTheme'
import { createTheme } from '@/theme/vuetify'

import App from './App.vue'
import { createPages } from './router'
import { leaveTo } from '@/leaveTo'
import { reloadWhenOutdated, reloadAfterFailure } from '@/reloadWhenOutdated'

reloadWhenOutdated()

const vuetify = createTheme()
const router = createPages()
const app = createApp(App).use(createPinia()).use(i18n).use(vuetify)

const sessions = useSessionStore()
const connection = new Connection(
  { token: () => sessions.freshToken(), signedIn: () => sessions.signedIn },
  openStompSocket,
)
setRealtimeClient(connection)
watchPageLifecycle(connection)
onSignedOut(() => sessions.lost())
applyTheme((name) => void vuetify.theme.change(name))

// Whoever is signed out, here or by an admin, is taken off pages that need a session, and whoever signs in as somebody
// else in another tab is not shown the page of the one before.
watch(
  () => sessions.username,
  (now, before) => {
    const { meta, path } = router.currentRoute.value
    if (!before || !meta.role) return
    const query = sessions.left ? {} : { next: path }
    void leaveTo(router.resolve(now ? '/' : { name: 'login', query }).href)
  },
)

app.use(router)
// Not awaited here: the first page's file is part of what it waits for, and imports this one.
void router
  .isReady()
  .catch(reloadAfterFailure)
  .then(() => {
    const landOnHeading = keepFocus(document.body)
    router.afterEach((to, from) => {
      if (to.path !== from.path) landOnHeading()
    })
    app.mount('#app')
    // What the page led to could not be loaded: the browser asks for all of it anew.
    router.onError((_failure, to) => location.assign(router.resolve(to).href))
  })
