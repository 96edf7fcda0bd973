import type { BrowserContext } from '@playwright/test'

import { DeskWindow } from './support/deskWindow'
import { beginConversation, beReady, openTwo } from './support/conversation'
import { expect, test } from './support/test'

type Break = (context: BrowserContext) => Promise<unknown>

const sockJsCode = /scheme must be either/

/** What a browser or a network may do to a WebSocket. */
const broken: Record<string, Break> = {
  'has no WebSocket': (context) => context.addInitScript(() => Reflect.deleteProperty(window, 'WebSocket')),
  'may not make one': (context) =>
    context.addInitScript(() => {
      window.WebSocket = class {
        constructor() {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        }
      } as unknown as typeof WebSocket
    }),
  'waits for ever for it to open': (context) =>
    context.addInitScript(() => {
      window.WebSocket = class extends EventTarget {
        readyState = 0
        close() {}
      } as unknown as typeof WebSocket
    }),
  'never hears a word from it': (context) => context.routeWebSocket(/\/ws\/websocket$/, () => {}),
}

for (const [what, breakIt] of Object.entries(broken)) {
  test(`a browser that ${what} talks all the same`, async ({ open, place }) => {
    const two = await openTwo(open)
    for (const { page } of [two.desk, two.guide]) await breakIt(page.context())
    await beReady(two, place)
    await beginConversation(two)
    await two.desk.write('hello')
    await two.guide.expectMessages(['hello'])
    await two.guide.write('welcome')
    await two.desk.expectMessages(['hello', 'welcome'])
    await two.guide.endCall()
  })
}

test('code that does not load is asked for again', async ({ open, place }) => {
  const desk = await DeskWindow.open(open, 'desk')
  desk.watch.excuse(/net::ERR_FAILED/)
  const context = desk.page.context()
  await broken['has no WebSocket']?.(context)
  let lost = 0
  await context.route(/\.js$/, async (route) => {
    const answer = await route.fetch()
    if (lost < 3 && sockJsCode.test(await answer.text())) {
      lost++
      await route.abort()
    } else await route.fulfill({ response: answer })
  })
  await desk.pair(place)
  expect(lost).toBe(3)
})
