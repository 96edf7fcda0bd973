import type { Call, RegionEvent } from './contract'
import type { Http } from './http'
import type { Way } from './line'
import type { Place, Places } from './place'
import { Stranger } from './stranger'

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
  admin: Http
  place: Place
}

export async function gather(way: Way, admin: Http, places: Places): Promise<Cast> {
  const [place, elsewhere] = await Promise.all([places.make(), places.make()])
  const [desk, first, late, outsider] = await Promise.all([
    place.pairingCode().then((code) => Stranger.desk(code)),
    ...[place.guide, place.colleague, elsewhere.guide].map(({ username }) => Stranger.person(username)),
  ])
  if (!desk || !first || !late || !outsider) throw new Error('Somebody is missing')
  await Promise.all([desk, first, outsider].map((each) => each.connect(way)))
  return { desk, first, late, outsider, admin, place }
}

const topicOf = ({ session }: Stranger) => `/topic/regions.${session.regions[0]?.code}`

const inTopic = (fits: (call: Call) => boolean) => (event: RegionEvent) =>
  event.type === 'CALL' && event.call !== undefined && fits(event.call)

/** The call as a guide of its region hears of it. */
export async function heard(guide: Stranger, fits: (call: Call) => boolean): Promise<Call> {
  const event = await guide.line.next<RegionEvent>(topicOf(guide), inTopic(fits))
  return event.call as Call
}

export const isNow = (id: string, state: Call['state']) => (call: Call) =>
  call.id === id && call.state === state

export async function comeOnDuty(guide: Stranger): Promise<void> {
  guide.line.send('/app/presence', { state: 'AVAILABLE' })
  const { username } = guide.session
  await guide.line.next<RegionEvent>(
    topicOf(guide),
    (event) => event.type === 'PRESENCE' && event.username === username && event.state === 'AVAILABLE',
  )
}

export async function leave({ desk, first, late, outsider }: Cast): Promise<void> {
  await Promise.all([desk, first, late, outsider].map((each) => each.disconnect()))
}
