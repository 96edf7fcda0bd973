import { beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'

import * as api from '@/api/calls'
import { Connection } from '@/realtime/connection'
import { setRealtimeClient } from '@/realtime/realtimeClient'
import { useChatStore } from '@/stores/chat'
import { call, deskSession } from '@/testing/samples'
import { signInAs } from '@/testing/testPinia'
import { seededRandom, UnreliableServer } from '@/testing/unreliableServer'

import { useDeskSync } from './sync'

vi.mock('@/api/calls')

const active = call({ state: 'ACTIVE', version: 2 })
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  // Without a database: fake timers and its own do not go together.
  vi.stubGlobal('indexedDB', undefined)
})

/** The real desk, from the store down to the connection, on a server that is cut off, killed and started again. */
async function talkThroughTrouble(seed: number) {
  const random = seededRandom(seed)
  vi.spyOn(Math, 'random').mockImplementation(random)
  const server = new UnreliableServer(random)
  vi.mocked(api.fetchAllMessages).mockImplementation((_id, after = 0) => server.history(after))
  vi.mocked(api.fetchCurrentCalls).mockImplementation(() =>
    server.history(0).then(() => ({ items: [active] })),
  )
  vi.mocked(api.fetchCall).mockResolvedValue(active)
  const token = () => Promise.resolve(server.up ? 'token' : undefined)
  setRealtimeClient(new Connection({ token, signedIn: () => true }, server.openStompSocket))
  signInAs(deskSession())
  const scope = effectScope()
  scope.run(useDeskSync)
  const chat = useChatStore()
  const written: string[] = []
  await pass(3_000)

  const talk = async (name: string, mayBreak: boolean) => {
    for (let step = 0; step < 40; step++) {
      const what = random()
      if (what < 0.35) server.say(`theirs, ${name} ${step}`)
      else if (what < 0.75) {
        written.push(`ours, ${name} ${step}`)
        chat.send('c1', `ours, ${name} ${step}`)
      } else if (mayBreak) {
        if (what > 0.9) server.up = !server.up
        server.dropConnections()
      }
      await pass(random() * 1_500)
    }
  }
  await talk('while lines break', true)
  server.up = true
  await pass(30_000)
  await talk('while copies are lost', false)
  await pass(30_000)
  server.loss = 0
  server.say('the last')
  await pass(120_000)
  const shown = chat.lines('c1')
  scope.stop()
  return { shown, written, stored: server.stored }
}

it.each(Array.from({ length: 20 }, (_, seed) => seed))(
  'shows and stores every message once and in order, whatever breaks (%i)',
  async (seed) => {
    const { shown, written, stored } = await talkThroughTrouble(seed)
    expect(shown.map(({ seq, contents }) => [seq, contents])).toEqual(
      stored.map(({ seq, contents }) => [seq, contents]),
    )
    expect(shown.filter(({ own }) => own).map(({ contents }) => contents)).toEqual(written)
    expect(shown.every(({ own, delivery }) => !own || delivery === 'sent')).toBe(true)
  },
)
