import { onScopeDispose, watch, type Ref } from 'vue'

import { withBasePath } from '@/api/withBasePath'

import ringing from './favicon-ringing.svg'

/** Title and icon of the tab, which are all that a guide sees of it while working elsewhere. */
export function usePageBadge(title: Ref<string>, waiting: Ref<boolean>): void {
  const calm = withBasePath('/favicon.svg')
  const before = document.title
  const icon = () => document.querySelector<HTMLLinkElement>('link[rel="icon"]')

  function draw(href: string): void {
    const link = icon()
    if (link && link.getAttribute('href') !== href) link.setAttribute('href', href)
  }

  watch(title, (words) => (document.title = words), { immediate: true })
  watch(waiting, (rings) => draw(rings ? ringing : calm), { immediate: true })
  onScopeDispose(() => {
    document.title = before
    draw(calm)
  })
}
