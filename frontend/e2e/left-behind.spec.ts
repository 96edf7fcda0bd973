import { demoPassword } from './support/contract'
import { everythingHeld } from './support/held'
import { beginConversation, beReady, openTwo } from './support/conversation'
import { expect, test } from './support/test'
import { newId } from './support/texts'

test('nothing of a guide is left for the next one in the same tab', async ({ open, place }) => {
  const two = await openTwo(open)
  const { desk, guide } = two
  await beReady(two, place)
  await beginConversation(two)
  const said = newId()
  const answered = newId()
  await desk.write(said)
  await guide.expectMessages([said])
  await guide.write(answered)
  await desk.expectMessages([said, answered])
  const { username, displayName } = place.guide
  const traces = [said, answered, username, displayName]
  const held = await everythingHeld(guide.page)
  for (const trace of [said, answered, displayName]) expect(held).toContain(trace)
  await guide.endCall()
  await expect(desk.page.getByTestId('rate-5')).toBeVisible({ timeout: 10_000 })

  await guide.page.getByTestId('account').click()
  await guide.page.getByTestId('sign-out').click()
  await expect(guide.page.getByTestId('username')).toBeVisible()
  await expect(guide.page).toHaveURL(/\/login$/)
  const leftIn = async () => {
    const now = (await everythingHeld(guide.page)) + guide.page.url()
    return traces.filter((trace) => now.includes(trace))
  }
  await expect.poll(leftIn).toEqual([])

  await guide.page.getByTestId('username').fill(place.colleague.username)
  await guide.page.getByTestId('password').fill(demoPassword)
  await guide.page.getByTestId('sign-in').click()
  await guide.startShift()
  const onlyWords = async () => {
    const now = await everythingHeld(guide.page)
    return [said, answered].filter((trace) => now.includes(trace))
  }
  await expect.poll(onlyWords).toEqual([])
  const stored = await guide.page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, document.title]),
  )
  for (const trace of traces) expect(stored).not.toContain(trace)
})

test('nothing of an admin’s search is left after signing out', async ({ open, place }) => {
  const { page } = await open('admin')
  await page.goto('/login')
  await page.getByTestId('username').fill('admin')
  await page.getByTestId('password').fill(demoPassword)
  await page.getByTestId('sign-in').click()
  const words = place.region.code
  await page.getByTestId('search-input').fill(words)
  await page.getByTestId('search-input').press('Enter')
  await expect(page).toHaveURL(new RegExp(words))
  await page.getByTestId('sign-out').first().click()
  await expect(page.getByTestId('username')).toBeVisible()
  await expect.poll(async () => (await everythingHeld(page)).includes(words)).toBe(false)
  expect(page.url()).not.toContain(words)
})

test('the next visitor’s desk says nothing of the last one’s talk', async ({ open, place }) => {
  const two = await openTwo(open)
  await beReady(two, place)
  await beginConversation(two)
  const answered = newId()
  await two.guide.write(answered)
  await two.desk.expectMessages([answered])
  await two.desk.endCall()
  await two.desk.goHome()
  expect(await everythingHeld(two.desk.page)).not.toContain(answered)
})
