import { useLink } from './link'
import { moment, since, type Moment } from './moment'

const stillAtHand = 10_000

/**
 * The accept that fell into a broken connection: it counts while its call still rings, unless its guide has probably
 * turned away by now.
 */
export function useLostAccept() {
  const link = useLink()
  let pressed: { id: string; at: Moment; lost: boolean } | null = null

  link.onState((state) => {
    if (pressed && state !== 'online') pressed.lost = true
  })

  return {
    press(id: string): void {
      pressed = { id, at: moment(), lost: link.state !== 'online' }
    },

    /** It was answered, or is not wanted any more. */
    forget(id: string): void {
      if (pressed?.id === id) pressed = null
    },

    clear(): void {
      pressed = null
    },

    /** Whether this call, which rings on, is to be accepted again. */
    isDue: (id: string) => pressed?.id === id && pressed.lost && since(pressed.at) < stillAtHand,
  }
}
