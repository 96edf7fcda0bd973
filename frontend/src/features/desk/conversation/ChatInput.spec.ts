import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import ChatInput from './ChatInput.vue'

function open(text = '') {
  const input = mount(ChatInput, {
    props: {
      modelValue: text,
      'onUpdate:modelValue': (modelValue: string) => input.setProps({ modelValue }),
    },
  })
  return { input, field: input.get<HTMLTextAreaElement>('[data-testid=message-input]') }
}

it('sends with Enter and is empty afterwards', async () => {
  const { input, field } = open()
  await field.setValue('  화장실이 어디예요?  ')
  await field.trigger('keydown', { key: 'Enter' })
  expect(input.emitted('send')).toEqual([['화장실이 어디예요?']])
  expect(field.element.value).toBe('')
})

it('leaves Enter to the input method while a syllable is composed', async () => {
  const { input, field } = open('엘리베이터가 이')
  await field.trigger('keydown', { key: 'Enter', isComposing: true })
  await field.trigger('keydown', { key: 'Enter', keyCode: 229 })
  expect(input.emitted('send')).toBeUndefined()
})

it('breaks the line with Shift and Enter', async () => {
  const { input, field } = open('a')
  await field.trigger('keydown', { key: 'Enter', shiftKey: true })
  expect(input.emitted('send')).toBeUndefined()
})

it('sends nothing but blanks never, and says when it is too long', async () => {
  const { input, field } = open()
  await field.setValue('   ')
  await field.trigger('keydown', { key: 'Enter' })
  await field.setValue('x'.repeat(2001))
  await field.trigger('keydown', { key: 'Enter' })
  expect(input.emitted('send')).toBeUndefined()
  expect(input.get('[role=alert]').text()).toContain('2,000')
})

it('takes as many characters as the server does, emoji too', async () => {
  const { input, field } = open()
  const bells = '\u{1F514}'.repeat(2_000)
  await field.setValue(bells)
  expect(input.find('[role=alert]').exists()).toBe(false)
  await field.trigger('keydown', { key: 'Enter' })
  expect(input.emitted('send')).toEqual([[bells]])
  await field.setValue(`${bells}\u{1F514}`)
  await field.trigger('keydown', { key: 'Enter' })
  expect(input.emitted('send')).toHaveLength(1)
  expect(input.get('[role=alert]').text()).toContain('1자')
})

it('tells of typing, and of its end when nothing is left', async () => {
  const { input, field } = open()
  await field.setValue('a')
  await field.setValue('')
  expect(input.emitted('typed')).toHaveLength(1)
  expect(input.emitted('stopped')).toHaveLength(1)
})
