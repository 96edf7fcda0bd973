import { DeskWindow } from './support/deskWindow'
import { GuideWindow } from './support/guideWindow'
import type { TalkWindow } from './support/talkWindow'
import { expect, test, type Open } from './support/test'

test.use({ cast: { desks: ['busan-2'], guides: ['busan.guide1'] } })

interface Talk {
  desk: DeskWindow
  guide: GuideWindow
}

async function beginTalk(open: Open): Promise<Talk> {
  const desk = await DeskWindow.open(open, 'desk')
  const guide = await GuideWindow.open(open, 'guide')
  await desk.pair('busan-2')
  await guide.startShift('busan.guide1')
  await desk.ring()
  await guide.accept()
  await desk.write('before')
  await expect(guide.messages).toHaveCount(1)
  return { desk, guide }
}

/** Without network, on this side only. */
async function withoutNetwork(side: TalkWindow, meanwhile: () => Promise<void>): Promise<void> {
  side.watch.excuse('net::ERR_INTERNET_DISCONNECTED', 'WebSocket connection to', 'net::ERR_NETWORK_CHANGED')
  await side.page.context().setOffline(true)
  await side.expectConnection('connecting', 'offline')
  await meanwhile()
  await side.page.context().setOffline(false)
  await side.expectConnection('online')
}

for (const side of ['desk', 'guide'] as const) {
  test(`what the ${side} types without network arrives once and in order`, async ({ open }) => {
    const talk = await beginTalk(open)
    const [away, other] = side === 'desk' ? [talk.desk, talk.guide] : [talk.guide, talk.desk]
    await withoutNetwork(away, async () => {
      await away.write('one', 'two', 'three')
      await expect(away.messages).toHaveCount(4)
      await other.write('from the other side')
      await expect(other.messages).toHaveCount(2)
    })
    const all = ['before', 'from the other side', 'one', 'two', 'three']
    await away.expectMessages(all)
    await other.expectMessages(all)
    await away.write('after')
    await other.expectMessages([...all, 'after'])
    await talk.guide.endCall()
  })
}

test('a reload of either page continues the talk', async ({ open }) => {
  const { desk, guide } = await beginTalk(open)
  await guide.write('answer')
  for (const side of [desk, guide]) {
    await side.page.reload()
    await side.expectMessages(['before', 'answer'])
    await side.expectConnection('online')
  }
  await desk.write('from the desk')
  await guide.write('from the guide')
  for (const side of [desk, guide]) {
    await side.expectMessages(['before', 'answer', 'from the desk', 'from the guide'])
  }
  await guide.endCall()
})

test('what was written without network outlives a reload', async ({ open }) => {
  const { desk, guide } = await beginTalk(open)
  guide.watch.excuse('net::ERR_INTERNET_DISCONNECTED', 'WebSocket connection to')
  // Only the line to the server is cut, so that the page itself can be loaded again.
  await guide.page.context().route(/\/ws\//, (route) => route.abort('internetdisconnected'))
  await guide.page.context().routeWebSocket(/\/ws\//, (socket) => socket.close())
  await guide.page.reload()
  await guide.expectMessages(['before'])
  await guide.write('kept')
  await expect(guide.messages).toHaveCount(2)
  await guide.page.reload()
  await guide.expectMessages(['before', 'kept'])
  await expect(desk.messages).toHaveCount(1)

  await guide.page.context().unrouteAll()
  await guide.page.context().routeWebSocket(/\/ws\//, (socket) => {
    socket.connectToServer()
  })
  await guide.page.reload()
  await desk.expectMessages(['before', 'kept'])
  await guide.expectMessages(['before', 'kept'])
  await guide.endCall()
})
