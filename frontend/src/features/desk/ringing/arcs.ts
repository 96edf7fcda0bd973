export interface Seat {
  x: number
  y: number
  seen: boolean
  /** How many more share this seat, where there are more guides than room. */
  more: number
}

export const bellAt = { x: 540, y: 760 }
export const radii = [555, 640, 725] as const
const seats = 7
const widest = 26
const span = 84

export function pointAt(radius: number, degrees: number): { x: number; y: number } {
  const angle = (degrees * Math.PI) / 180
  return { x: bellAt.x + radius * Math.sin(angle), y: bellAt.y - radius * Math.cos(angle) }
}

/** An arc around the bell's dome, from so many degrees left of its top to as many right of it. */
export function arcPath(radius: number, degrees: number): string {
  const from = pointAt(radius, -degrees)
  const to = pointAt(radius, degrees)
  return `M${from.x.toFixed(1)} ${from.y.toFixed(1)}A${radius} ${radius} 0 0 1 ${to.x.toFixed(1)} ${to.y.toFixed(1)}`
}

/** Everybody who was alerted, evenly on the middle arc; those who have seen it in the middle of it. */
export function seatsOf(sent: number, seen: number): Seat[] {
  const shown = Math.min(sent, seats)
  const step = shown > 1 ? Math.min(widest, span / (shown - 1)) : 0
  const places = Array.from({ length: shown }, (_, index) => (index - (shown - 1) / 2) * step)
  const middleFirst = [...places].sort((a, b) => Math.abs(a) - Math.abs(b) || a - b)
  return places.map((degrees, index) => ({
    ...pointAt(radii[1], degrees),
    seen: middleFirst.indexOf(degrees) < seen,
    more: index === shown - 1 ? sent - shown : 0,
  }))
}
