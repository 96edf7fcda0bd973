import { expect, it } from 'vitest'

const sources = import.meta.glob<string>(['@/**/*.{vue,css,ts}', '!@/**/*.spec.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** What rings, or rang at that moment of a call's history; and where colours are named. */
const rings = [
  /^\/src\/theme\/(palettes|tokens)/,
  /^\/src\/ui\/(meanings|StatusChip)/,
  /^\/src\/features\/desk\/(DeskScreens|flow|ringing|frame\/DeskBell|conversation\/Conversation)/,
  /^\/src\/features\/guide\/(incoming|notes\/NoteRow|conversation\/(PaneHeader|Conversation|Transfer))/,
  /^\/src\/features\/admin\/(live\/Wallboard|notes\/NoteItem|transcript\/(eventStyles|CallTimeline))/,
]

it('keeps amber for what rings', () => {
  const amber = Object.keys(sources).filter((path) =>
    /--(on-)?ringing|['"](on-)?ringing['"]/.test(sources[path] ?? ''),
  )
  expect(amber.length).toBeGreaterThan(5)
  expect(amber.filter((path) => !rings.some((each) => each.test(path)))).toEqual([])
})
