import { Cable } from './support/cable'
import type { Place } from './support/place'
import { beginConversation, beReady, openTwo } from './support/conversation'
import { expect, test, type Open } from './support/test'

const noNetwork = ['net::ERR_INTERNET_DISCONNECTED', 'net::ERR_NETWORK_CHANGED', 'WebSocket connection to']

/** Who is cut off, and who is not. */
const sides = [
  ['desk', 'guide'],
  ['guide', 'desk'],
] as const

async function talkOverCables(open: Open, place: Place) {
  const two = await openTwo(open)
  const { desk, guide } = two
  const cables = { desk: await Cable.lay(desk.page), guide: await Cable.lay(guide.page) }
  await beReady(two, place)
  await beginConversation(two)
  await desk.write('before')
  await expect(guide.messages).toHaveCount(1)
  return { desk, guide, cables }
}

test('what either side writes without network arrives once and in order', async ({ open, place }) => {
  const talk = await talkOverCables(open, place)
  const all = ['before']
  for (const [side, otherSide] of sides) {
    const { [side]: away, [otherSide]: other, cables } = talk
    away.watch.excuse(...noNetwork)
    const unsent = ['one', 'two', 'three'].map((word) => `${side} ${word}`)
    const meanwhile = `from the ${otherSide}`

    await cables[side].pull()
    await away.expectConnection('connecting', 'offline')
    await away.write(...unsent)
    await away.expectMessages([...all, ...unsent])
    await other.write(meanwhile)
    await other.expectMessages([...all, meanwhile])

    await cables[side].plugIn()
    await away.expectConnection('online')
    all.push(meanwhile, ...unsent)
    await away.expectMessages(all)
    await other.expectMessages(all)
    all.push(`${side} after`)
    await away.write(`${side} after`)
    await other.expectMessages(all)
  }
  await talk.guide.endCall()
})

test('both sides miss nothing, however often their connections break', async ({ open, place }) => {
  const { desk, guide, cables } = await talkOverCables(open, place)
  for (const side of [desk, guide]) side.watch.excuse(...noNetwork)
  const rounds = Array.from({ length: 10 }, (_, round) => round)

  for (const round of rounds) {
    const away = round % 2 === 0 ? cables.desk : cables.guide
    await away.pull()
    await desk.write(`desk ${round};`)
    await guide.write(`guide ${round};`)
    if (round % 3 === 1) await Promise.all([cables.desk.breakSockets(), cables.guide.breakSockets()])
    await away.plugIn()
    await desk.write(`desk again ${round};`)
  }
  for (const side of [desk, guide]) await side.expectConnection('online')

  await expect(guide.messages).toHaveCount(1 + 3 * rounds.length, { timeout: 15_000 })
  await expect(guide.page.locator('[data-delivery="sending"], [data-delivery="failed"]')).toHaveCount(0)
  const all = await guide.texts(/(desk|desk again|guide) \d+;|before/)
  await desk.expectMessages(all)
  const by = (name: string) => all.filter((each) => each.startsWith(name))
  expect(by('desk')).toEqual(rounds.flatMap((round) => [`desk ${round};`, `desk again ${round};`]))
  expect(by('guide')).toEqual(rounds.map((round) => `guide ${round};`))
  await guide.endCall()
})

test('a talk goes on after a short break and a reload of either page', async ({ open, place }) => {
  const { desk, guide } = await talkOverCables(open, place)
  await guide.write('answer')
  for (const side of [desk, guide]) {
    side.watch.excuse(...noNetwork)
    // It comes back before anything broke, and is no longer reported.
    await side.page.context().setOffline(true)
    await side.expectConnection('connecting', 'offline')
    await side.page.context().setOffline(false)
    await side.expectConnection('online')

    await side.page.reload()
    await side.expectMessages(['before', 'answer'])
    await side.expectConnection('online')
  }
  const all = ['before', 'answer', 'from the desk', 'from the guide']
  await desk.write('from the desk')
  await guide.expectMessages(all.slice(0, 3))
  await guide.write('from the guide')
  for (const side of [desk, guide]) await side.expectMessages(all)
  await guide.endCall()
})

test('what either side wrote without network outlives a reload', async ({ open, place }) => {
  const talk = await talkOverCables(open, place)
  const all = ['before']
  for (const [side, otherSide] of sides) {
    const { [side]: away, [otherSide]: other, cables } = talk
    away.watch.excuse(...noNetwork)
    const before = all.length

    await cables[side].pull()
    await away.expectConnection('connecting', 'offline')
    all.push(`kept by the ${side}`)
    await away.write(`kept by the ${side}`)
    await away.expectMessages(all)
    await expect(other.messages).toHaveCount(before)
    await cables[side].plugIn()
    await away.page.reload()

    await away.expectMessages(all)
    await other.expectMessages(all)
  }
  await talk.guide.endCall()
})
