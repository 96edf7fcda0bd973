import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteRecordRaw } from 'vue-router'

import type { Role } from '@/api/types'
import type * as adminPages from '@/features/admin/pages'
import { afterSignIn, homes } from '@/features/signin/afterSignIn'
import { useNamespaces, type Namespace } from '@/locales'
import { useSessionStore } from '@/stores/session'

declare module 'vue-router' {
  interface RouteMeta {
    /** Who may enter; left out, everybody may. */
    role?: Role
    namespaces?: Namespace[]
  }
}

const admin = (page: keyof typeof adminPages) => async () => (await import('@/features/admin/pages'))[page]

const routes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: () => import('@/features/NotFoundPage.vue') },
  {
    path: '/login',
    name: 'login',
    meta: { namespaces: ['signin'] },
    component: () => import('@/features/signin/LoginPage.vue'),
  },
  {
    path: '/first',
    name: 'first',
    meta: { namespaces: ['account'] },
    component: () => import('@/features/account/RequiredSetupPage.vue'),
  },
  {
    path: '/desk',
    name: 'desk',
    meta: { namespaces: ['desk'] },
    component: () => import('@/features/desk/DeskPage.vue'),
  },
  {
    path: '/guide',
    name: 'guide',
    meta: { role: 'GUIDE', namespaces: ['guide', 'account', 'notes'] },
    component: () => import('@/features/guide/GuidePage.vue'),
  },
  {
    path: '/admin',
    meta: { role: 'ADMIN', namespaces: ['admin', 'account', 'notes'] },
    component: admin('AdminLayout'),
    children: [
      { path: '', redirect: '/admin/messages' },
      { path: 'live', name: 'live', component: admin('LivePage') },
      { path: 'notes', name: 'notes', component: admin('NotesPage') },
      { path: 'messages', name: 'messages', component: admin('MessagesPage') },
      { path: 'calls', name: 'calls', component: admin('CallsPage') },
      {
        path: 'calls/:id',
        name: 'transcript',
        props: true,
        component: admin('TranscriptPage'),
      },
      {
        path: 'statistics',
        name: 'statistics',
        component: () => import('@/features/admin/StatisticsPage.vue'),
      },
      { path: 'regions', name: 'regions', component: admin('RegionsPage') },
      { path: 'desks', name: 'desks', component: admin('DesksPage') },
      { path: 'audit', name: 'audit', component: admin('AuditPage') },
      { path: 'accounts', name: 'accounts', component: admin('AccountsPage') },
      { path: ':rest(.*)*', name: 'admin-missing', component: admin('MissingPage') },
    ],
  },
  { path: '/:rest(.*)*', name: 'not-found', component: () => import('@/features/NotFoundPage.vue') },
]

async function admit(to: RouteLocationNormalized) {
  const sessions = useSessionStore()
  if (sessions.session === undefined) {
    // An unreachable server is shown by the page itself; it must not look like a lost session.
    await sessions.load().catch(() => null)
  }
  const session = sessions.session
  if (to.name === 'first') return session?.owes ? true : '/'
  if (session?.owes) return { name: 'first', query: { next: to.query.next ?? to.fullPath } }
  if (to.name === 'home') return session ? homes[session.role] : '/login'
  if (to.name === 'login') return session ? afterSignIn(session.role, to.query.next) : true
  if (!to.meta.role) return true
  if (!session) return { name: 'login', query: { next: to.fullPath } }
  return to.meta.role === session.role ? true : homes[session.role]
}

export function createPages() {
  const router = createRouter({ history: createWebHistory(), routes })
  router.beforeEach(admit)
  router.beforeResolve(async (to) => {
    await useNamespaces(...(to.meta.namespaces ?? []))
  })
  return router
}
