import { everythingHeld } from './support/held'
import { beginConversation, beReady, openTwo } from './support/conversation'
import { expect, test } from './support/test'
import { newId } from './support/texts'

test('the desk forgets the chat within a second, whoever ends it', async ({ open, place }) => {
  const two = await openTwo(open)
  const { desk, guide } = two
  await beReady(two, place)
  for (const ending of ['desk', 'guide'] as const) {
    const secrets = { said: newId(), answered: newId(), drafted: newId() }
    await beginConversation(two)
    await desk.write(secrets.said)
    await guide.expectMessages([secrets.said])
    await guide.write(secrets.answered)
    await desk.expectMessages([secrets.said, secrets.answered])
    await desk.input.fill(secrets.drafted)
    for (const secret of Object.values(secrets)) expect(await everythingHeld(desk.page)).toContain(secret)

    await two[ending].endCall()
    await expect(desk.page.getByTestId('rate-5')).toBeVisible()
    await expect
      .poll(
        async () => {
          const held = await everythingHeld(desk.page)
          return Object.entries(secrets).filter(([, secret]) => held.includes(secret))
        },
        { message: `ended by the ${ending}`, timeout: 1_000, intervals: [50] },
      )
      .toEqual([])

    await desk.page.reload()
    await expect(desk.callButton).toBeVisible({ timeout: 30_000 })
    await beginConversation(two)
    await guide.write('welcome')
    await desk.expectMessages(['welcome'])
    const held = await everythingHeld(desk.page)
    for (const secret of Object.values(secrets)) expect(held).not.toContain(secret)
    await guide.endCall()
    await desk.goHome()
  }
})

test('nothing said at the desk can be clicked', async ({ open, place }) => {
  const two = await openTwo(open)
  const { desk, guide } = two
  await beReady(two, place)
  await beginConversation(two)
  const said = [
    'https://example.com/a',
    'www.example.com',
    'mail@example.com',
    '010-1234-5678',
    '<a href="/">x</a>',
  ]
  await guide.write(...said)
  await desk.expectMessages(said)
  await expect(desk.messages.locator('a, [onclick], [href]')).toHaveCount(0)
  const address = desk.page.url()
  for (const text of said) await desk.message(text).click()
  expect(desk.page.url()).toBe(address)
  expect(desk.page.context().pages()).toHaveLength(1)
  await guide.endCall()
})
