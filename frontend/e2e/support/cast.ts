import type { Call, RegionEvent } from './contract'
import type { Way } from './line'
import { Stranger } from './stranger'

export const topic = '/topic/regions.busan'
export const calls = '/user/queue/calls'
export const messages = '/user/queue/messages'
export const signals = '/user/queue/signals'
export const errors = '/user/queue/errors'

export interface Cast {
  desk: Stranger
  /** On duty from the beginning. */
  first: Stranger
  /** Signed in, but without a connection until the call rings. */
  late: Stranger
  /** A guide of another region. */
  outsider: Stranger
  admin: Stranger
}

export async function gather(way: Way): Promise<Cast> {
  const desk = await Stranger.desk('busan-1')
  const [first, late, outsider, admin] = await Promise.all(
    ['busan.guide1', 'busan.guide2', 'jeju.guide1', 'admin'].map((each) => Stranger.person(each)),
  )
  if (!first || !late || !outsider || !admin) throw new Error('Somebody is missing')
  await Promise.all([desk, first, outsider].map((each) => each.connect(way)))
  await desk.settle()
  await first.settle()
  await late.readNotes()
  return { desk, first, late, outsider, admin }
}

const inTopic = (fits: (call: Call) => boolean) => (event: RegionEvent) =>
  event.type === 'CALL' && event.call !== undefined && fits(event.call)

/** The call as a guide of its region hears of it. */
export async function heard(guide: Stranger, fits: (call: Call) => boolean): Promise<Call> {
  const event = await guide.line.next<RegionEvent>(topic, inTopic(fits))
  return event.call as Call
}

export const isNow = (id: string, state: Call['state']) => (call: Call) =>
  call.id === id && call.state === state

export async function comeOnDuty(guide: Stranger): Promise<void> {
  guide.line.send('/app/presence', { state: 'AVAILABLE' })
  const { username } = guide.session
  await guide.line.next<RegionEvent>(
    topic,
    (event) => event.type === 'PRESENCE' && event.username === username && event.state === 'AVAILABLE',
  )
}

export async function leave(cast: Cast): Promise<void> {
  const presence = cast.first.session.presence
  if (presence && presence !== 'AVAILABLE') cast.first.line.send('/app/presence', { state: presence })
  for (const guide of [cast.first, cast.late]) await guide.readNotes()
  await Promise.all([cast.desk, cast.first, cast.late, cast.outsider].map((each) => each.disconnect()))
}
