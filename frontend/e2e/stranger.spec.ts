import type { Call, List, Message, Named, Note, Refusal, Signal } from './support/contract'
import {
  calls,
  comeOnDuty,
  errors,
  gather,
  heard,
  isNow,
  leave,
  messages,
  signals,
  type Cast,
} from './support/cast'
import { ways, type Way } from './support/line'
import {
  expectActive,
  expectEnded,
  expectMessage,
  expectNewer,
  expectNote,
  expectRinging,
} from './support/shapes'
import type { Stranger } from './support/stranger'
import { expect, test } from './support/test'
import { koreanWord, newId } from './support/texts'

/** The desk rings; asking twice with the same requestId is one call with one alert. */
async function ring({ desk, first, place }: Cast): Promise<Call> {
  const request = { requestId: newId(), language: 'en' }
  desk.line.send('/app/calls.ring', request)
  const call = await desk.line.next<Call>(calls, (each) => each.state === 'RINGING')
  expectRinging(call, {
    desk: { code: place.desk.code, name: desk.session.displayName },
    region: { code: place.region.code, name: first.session.regions[0]?.name ?? '' },
    language: 'en',
  })
  expect(call.onDuty).toBeGreaterThanOrEqual(1)
  expect(call.alerts.sent).toBeGreaterThanOrEqual(1)

  const before = desk.line.all(calls).length
  desk.line.send('/app/calls.ring', request)
  await expect.poll(() => desk.line.all(calls).length).toBeGreaterThan(before)
  const again = desk.line.all<Call>(calls).at(-1)
  expect(again).toMatchObject({ id: call.id, state: 'RINGING', alerts: { sent: call.alerts.sent } })
  return call
}

/** A guide's screen shows the alert, and the desk is told so. */
async function see({ desk, first }: Cast, call: Call): Promise<void> {
  const alert = await heard(first, isNow(call.id, 'RINGING'))
  expectRinging(alert, { id: call.id })
  first.line.send(`/app/calls.${call.id}.seen`, { audible: true })
  const seen = await desk.line.next<Call>(calls, (each) => each.id === call.id && each.alerts.seen === 1)
  expectNewer(seen, call)
}

/** Who was away finds an unread note, and hears what rings on arriving. */
async function arriveLate({ late }: Cast, call: Call, way: Way): Promise<void> {
  const inbox = await late.http.get<List<Note> & { unread: number }>('/api/notes?unread=true')
  const note = inbox.items.find((each) => each.callId === call.id)
  expect(note, 'the alert as a note').toBeDefined()
  expectNote(note as Note, { kind: 'CALL', callId: call.id })
  expect(inbox.unread).toBe(inbox.items.length)

  await late.connect(way)
  expectRinging(await heard(late, isNow(call.id, 'RINGING')), { id: call.id })
}

/** Both accept at once. Returns who won. */
async function accept({ desk, first, late }: Cast, call: Call): Promise<Stranger> {
  for (const guide of [late, first]) guide.line.send(`/app/calls.${call.id}.accept`)
  const active = await desk.line.next<Call>(calls, isNow(call.id, 'ACTIVE'))
  const [winner, loser] = active.guide?.username === first.session.username ? [first, late] : [late, first]
  expectActive(active, winner.session.username)
  expectNewer(active, call)
  expectActive(await winner.line.next<Call>(calls, isNow(call.id, 'ACTIVE')), winner.session.username)
  expectActive(await heard(loser, isNow(call.id, 'ACTIVE')), winner.session.username)

  const refusal = await loser.line.next<Refusal>(errors, (each) => each.ref === call.id)
  expect(refusal.code).toBe('CALL_TAKEN')
  expect(refusal.detail).toContain(winner.session.displayName)
  expect(loser.line.all(calls)).toEqual([])
  return winner
}

async function say(
  from: Stranger,
  to: Stranger,
  id: string,
  seq: number,
  contents: string,
): Promise<Message> {
  const clientId = newId()
  const body = { clientId, contents: ` ${contents}\n` }
  from.line.send(`/app/calls.${id}.messages`, body)
  const copies = await Promise.all(
    [from, to].map((side) => side.line.next<Message>(messages, (each) => each.clientId === clientId)),
  )
  const { username, displayName } = from.session
  for (const copy of copies) expectMessage(copy, { callId: id, seq, username, displayName, contents })
  return copies[0] as Message
}

async function talk({ desk }: Cast, guide: Stranger, id: string, word: string): Promise<void> {
  const first = await say(desk, guide, id, 1, `${word}은 어디에 있나요? 👩‍🦽`)
  await say(guide, desk, id, 2, 'Second floor — <b>left</b> of the lift, אחרי המדרגות')

  // The same clientId again: stored once, its stored copy sent again.
  const repeated = { clientId: first.clientId, contents: 'not this' }
  desk.line.send(`/app/calls.${id}.messages`, repeated)
  await expect
    .poll(() => desk.line.all<Message>(messages).filter((each) => each.seq === 1))
    .toEqual([first, first])

  const empty = { clientId: newId(), contents: '  \n ' }
  desk.line.send(`/app/calls.${id}.messages`, empty)
  const refusal = await desk.line.next<Refusal>(errors, (each) => each.ref === empty.clientId)
  expect(refusal.code).toBe('INVALID_MESSAGE')

  guide.line.send(`/app/calls.${id}.typing`, { typing: true })
  guide.line.send(`/app/calls.${id}.read`, { seq: 1 })
  const { username } = guide.session
  const typing = await desk.line.next<Signal>(signals, (each) => each.type === 'TYPING')
  expect(typing).toEqual({ type: 'TYPING', callId: id, username, typing: true })
  const read = await desk.line.next<Signal>(signals, (each) => each.type === 'READ')
  expect(read).toEqual({ type: 'READ', callId: id, username, seq: 1 })

  const rest = await desk.http.get<List<Message>>(`/api/calls/${id}/messages?after=1`)
  expect(rest.items.map((each) => each.seq)).toEqual([2])
}

async function end({ desk }: Cast, guide: Stranger, id: string): Promise<void> {
  guide.line.send(`/app/calls.${id}.end`)
  const ended = await desk.line.next<Call>(calls, isNow(id, 'ENDED'))
  expectEnded(ended)
  await guide.line.next<Call>(calls, isNow(id, 'ENDED'))
  expect(await desk.http.get('/api/calls/current')).toMatchObject({ items: [] })
  expect((await desk.http.ask('GET', `/api/calls/${id}/messages`)).status).toBeGreaterThanOrEqual(403)
  const kept = await guide.http.get<List<Message>>(`/api/calls/${id}/messages?after=0`)
  expect(kept.items.map((each) => each.seq)).toEqual([1, 2])

  desk.line.send(`/app/calls.${id}.rate`, { stars: 4, comment: '친절해요' })
  const rated = await desk.line.next<Call>(calls, (call) => call.id === id && call.rating !== null)
  expect(rated.rating).toEqual({ stars: 4, comment: '친절해요' })
  expectNewer(rated, ended)
}

async function search({ admin, place, outsider }: Cast, id: string, word: string): Promise<void> {
  type Found = Message & { desk: Named; region: Named }
  const found = await admin.get<List<Found>>(`/api/admin/messages?q=${encodeURIComponent(word)}`)
  expect(found.items).toHaveLength(1)
  expectMessage(found.items[0] as Found, { callId: id, seq: 1, username: `desk:${place.desk.code}` })
  expect(found.items[0]).toMatchObject({
    desk: { code: place.desk.code },
    region: { code: place.region.code },
  })
  const elsewhere = outsider.session.regions[0]?.code
  const none = await admin.get<List<Found>>(
    `/api/admin/messages?region=${elsewhere}&q=${encodeURIComponent(word)}`,
  )
  expect(none.items).toEqual([])
}

/** A note of later is the fence: what had been on its way before it would have come before it. */
async function expectNothingFor({ outsider, admin }: Cast, id: string, word: string): Promise<void> {
  const fence = newId()
  const { username } = outsider.session
  await admin.post('/api/notes', { to: { username }, contents: fence }, 201)
  await outsider.line.next<Note>('/user/queue/notes', (each) => each.contents === fence)
  const heardOf = JSON.stringify(outsider.line.arrivals)
  expect(heardOf).not.toContain(id)
  expect(heardOf).not.toContain(word)

  for (const path of [`/api/calls/${id}`, `/api/calls/${id}/messages`]) {
    expect(await outsider.http.ask('GET', path), path).toMatchObject({ status: 404 })
  }
  const inbox = await outsider.http.get<List<Note>>('/api/notes?limit=200')
  expect(inbox.items.map((each) => each.callId)).not.toContain(id)
  outsider.line.send(`/app/calls.${id}.accept`)
  const refusal = await outsider.line.next<Refusal>(errors, (each) => each.ref === id)
  expect(refusal.code).toMatch(/^(NOT_FOUND|FORBIDDEN)$/)
}

for (const way of ways) {
  test(`a stranger's client does the whole job over ${way}`, async ({ admin, places }) => {
    const word = koreanWord()
    const cast = await gather(way, admin, places)
    try {
      await comeOnDuty(cast.first)
      const call = await ring(cast)
      await see(cast, call)
      await arriveLate(cast, call, way)
      const guide = await accept(cast, call)
      await talk(cast, guide, call.id, word)
      await end(cast, guide, call.id)
      await search(cast, call.id, word)
      await expectNothingFor(cast, call.id, word)

      const versions = cast.desk.line.all<Call>(calls).map((each) => each.version)
      expect(versions).toEqual(versions.toSorted((a, b) => a - b))
      const path = way
        .replace('sockjs ', '')
        .replace('xhr-streaming', 'xhr_streaming')
        .replace('xhr-polling', 'xhr')
      if (way !== 'websocket') expect(cast.desk.line.paths).toContainEqual(expect.stringMatching(`/${path}$`))
    } finally {
      await leave(cast)
    }
  })
}
