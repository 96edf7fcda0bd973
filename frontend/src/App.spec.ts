import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import App from './App.vue'

it('says its name', () => {
  expect(mount(App).text()).toContain('Deskbell')
})
