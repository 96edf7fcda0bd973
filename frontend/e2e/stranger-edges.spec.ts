import { WebSocket } from 'ws'

import { demoCode, type List, type Note, type Refusal, type Session } from './support/contract'
import { baseUrl, Http } from './support/http'
import { Line } from './support/line'
import { Stranger } from './support/stranger'
import { expect, test } from './support/test'
import { newId } from './support/texts'

interface Inbox extends List<Note> {
  unread: number
}

test('without a session there is neither a handshake nor an answer', async () => {
  const http = new Http()
  for (const path of ['/api/session', '/api/calls/current', '/ws/info']) {
    const answer = await http.ask('GET', path)
    expect(answer, path).toMatchObject({ status: 401, body: { code: expect.any(String) } })
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  }
  const socket = new WebSocket(new URL('/ws/websocket', baseUrl.replace(/^http/, 'ws')))
  const status = await new Promise((resolve, reject) => {
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode))
    socket.on('open', () => reject(new Error('It let us in')))
    socket.on('error', reject)
  })
  expect(status).toBe(401)
})

test('what belongs to others is refused and reaches nobody', async ({ place, places }) => {
  const elsewhere = await places.make()
  const [guide, desk] = await Promise.all([
    Stranger.person(place.guide.username),
    Stranger.desk(await place.pairingCode()),
  ])
  const ofDesk = `/user/desk:${place.desk.code}/queue`
  await Promise.all([guide.connect('websocket'), desk.connect('websocket')])

  for (const destination of [`/topic/regions.${elsewhere.region.code}`, '/queue/calls', `${ofDesk}/calls`]) {
    const line = await Line.open('websocket', guide.http)
    // The receipt never comes: the connection ends first.
    await expect(line.follow(destination)).rejects.toThrow()
    await line.refused()
  }

  const forged = newId()
  for (const destination of [
    `/topic/regions.${place.region.code}`,
    `${ofDesk}/messages`,
    '/app/nothing.here',
  ]) {
    guide.line.send(destination, { type: 'CALL', contents: forged })
  }
  desk.line.send(`/app/calls.${newId()}.accept`)
  for (const { line } of [guide, desk]) {
    await line.next<Refusal>('/user/queue/errors', ({ code }) => /^(NOT_FOUND|FORBIDDEN)$/.test(code))
  }
  await expect.poll(() => guide.line.all('/user/queue/errors').length).toBe(3)
  expect(JSON.stringify([...guide.line.arrivals, ...desk.line.arrivals])).not.toContain(forged)
  await Promise.all([guide.disconnect(), desk.disconnect()])
})

test('notes are read one by one, or all at once', async ({ admin, place }) => {
  const guide = await Stranger.person(place.guide.username)
  const inbox = (query = '') => guide.http.get<Inbox>(`/api/notes${query}`)
  expect(await inbox()).toMatchObject({ items: [], unread: 0 })
  const to = { username: guide.session.username }
  const notes: Note[] = []
  for (const contents of ['first', 'second', 'third']) {
    notes.push(await admin.post<Note>('/api/notes', { to, contents }, 201))
  }
  expect((await inbox('?limit=3')).items.map(({ contents }) => contents)).toEqual([
    'third',
    'second',
    'first',
  ])
  expect((await inbox()).unread).toBe(3)

  await guide.http.post(`/api/notes/${notes[1]?.id}/read`, undefined, 204)
  await guide.http.post(`/api/notes/${notes[1]?.id}/read`, undefined, 204)
  const after = await inbox('?limit=3')
  expect(after.unread).toBe(2)
  expect(after.items.map(({ readAt }) => readAt !== null)).toEqual([false, true, false])

  await guide.http.post('/api/notes/read', undefined, 204)
  expect(await inbox('?unread=true')).toMatchObject({ items: [], unread: 0 })
})

test('signing out closes the connection', async ({ place }) => {
  const guide = await Stranger.person(place.guide.username)
  await guide.connect('websocket')
  const started = Date.now()
  expect(await guide.http.ask('DELETE', '/api/session')).toMatchObject({ status: 204 })
  await guide.line.untilClosed()
  expect(Date.now() - started).toBeLessThan(1_500)
  expect(await guide.http.ask('GET', '/api/notes')).toMatchObject({ status: 401 })
})

test("the demo's own code pairs again and again, also while another browser is that desk", async () => {
  const desks = [await Stranger.desk(demoCode('jeju-1')), await Stranger.desk(demoCode('jeju-1'))]
  for (const { http } of desks) {
    expect(await http.get<Session>('/api/session')).toMatchObject({ role: 'DESK', desk: { code: 'jeju-1' } })
  }
  // Left paired, it would be missed in a minute.
  for (const { http } of desks)
    expect(await http.ask('DELETE', '/api/session')).toMatchObject({ status: 204 })
})
