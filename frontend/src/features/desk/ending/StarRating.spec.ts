import { afterEach, expect, it } from 'vitest'

import { chooseLanguage, useNamespaces } from '@/locales'
import { languages } from '@/locales/languages'
import { mountPage } from '@/testing/mountPage'

import StarRating from './StarRating.vue'

afterEach(() => chooseLanguage('ko', { keep: false }))

it('calls each star by what can be read on it and below it', async () => {
  await useNamespaces('desk')
  for (const language of languages) {
    await chooseLanguage(language, { keep: false })
    const rating = mountPage(StarRating, { props: { stars: 0 } })
    const stars = rating.findAll('button')
    const [low, high] = rating.findAll('.ends > span').map((each) => each.text())
    const nameOf = (place: number) => stars[place]?.attributes('aria-label') ?? ''
    stars.forEach((star, place) => expect(nameOf(place)).toContain(star.text()))
    expect(nameOf(0)).toContain(low)
    expect(nameOf(4)).toContain(high)
    rating.unmount()
  }
})
