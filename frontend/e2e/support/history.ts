import type { Call, Message } from './contract'
import { isNow } from './cast'
import type { Place } from './place'
import { Stranger } from './stranger'
import { newId } from './texts'

/** A call in the history, in which the visitor said this. It needs no window. Returns its id. */
export async function haveTalked(place: Place, contents: string): Promise<string> {
  const desk = await Stranger.desk(await place.pairingCode())
  const guide = await Stranger.person(place.guide.username)
  await Promise.all([desk, guide].map((each) => each.connect('websocket')))
  desk.line.send('/app/calls.ring', { requestId: newId(), language: 'ko' })
  const { id } = await desk.line.next<Call>('/user/queue/calls', ({ state }) => state === 'RINGING')
  guide.line.send(`/app/calls.${id}.accept`)
  await desk.line.next<Call>('/user/queue/calls', isNow(id, 'ACTIVE'))
  desk.line.send(`/app/calls.${id}.messages`, { clientId: newId(), contents })
  await guide.line.next<Message>('/user/queue/messages', ({ callId }) => callId === id)
  guide.line.send(`/app/calls.${id}.end`)
  await desk.line.next<Call>('/user/queue/calls', isNow(id, 'ENDED'))
  await Promise.all([desk, guide].map((each) => each.disconnect()))
  return id
}
