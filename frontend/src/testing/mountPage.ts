import { mount } from '@vue/test-utils'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { createTestPinia } from './testPinia'

import { createTheme } from '@/theme/vuetify'

/** Mounts a page or part with Vuetify, a router that goes nowhere, and fresh stores unless some are given. */
export function mountPage(
  page: Component,
  options: { props?: Record<string, unknown>; slots?: Record<string, string> } = {},
) {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { template: '<div />' } }],
  })
  return mount(page, {
    ...options,
    attachTo: document.body,
    global: { plugins: [createTheme(), router, createTestPinia()] },
  })
}
