import { onScopeDispose, ref } from 'vue'

import { useVisibleHeight } from '@/composables/useVisibleHeight'

export interface Scale {
  form: 'portrait' | 'landscape'
  /** Pixels of one millimetre of glass. */
  mm: number
  /** The smallest font size in millimetres: 17 gives the 12 mm capital, small screens are read from nearer by. */
  letter: number
  /** Pixels of one unit in which the desk is drawn; a millimetre where the screen has its usual size. */
  unit: number
}

/** What a desk is drawn on, in millimetres: a 32-inch screen upright, a 10-inch tablet lying. */
const canvas = { portrait: { width: 398.5, height: 640 }, landscape: { width: 217.3, height: 135.8 } }
const letters = { portrait: 17, landscape: 10.3 }
const smallScreen = 280
const smallLetter = 10.3

/** Without a given size of the millimetre, the drawing is fitted into the screen and keeps its proportions. */
export function scaleOf(width: number, height: number, given?: number): Scale {
  const form = width > height ? 'landscape' : 'portrait'
  const fitted = Math.min(width / canvas[form].width, height / canvas[form].height)
  const mm = given ?? fitted
  const across = Math.hypot(width, height) / mm
  const letter = given && across > smallScreen ? letters.portrait : given ? smallLetter : letters[form]
  return { form, mm, letter, unit: (mm * letter) / letters[form] }
}

/** `?mm=2.71` in the desk's address states the real size of its glass. */
export function givenMillimetre(search: string): number | undefined {
  const mm = Number.parseFloat(new URLSearchParams(search).get('mm') ?? '')
  return mm >= 0.5 && mm <= 40 ? mm : undefined
}

/** The scale of this screen, and the height that an on-screen keyboard leaves of it. */
export function useDeskScale() {
  const given = givenMillimetre(location.search)
  const measure = () => scaleOf(window.innerWidth, window.innerHeight, given)
  const scale = ref(measure())
  const resized = () => (scale.value = measure())
  window.addEventListener('resize', resized)
  onScopeDispose(() => window.removeEventListener('resize', resized))
  return { scale, height: useVisibleHeight() }
}
