import { demoPassword } from './support/contract'
import { enterAsPerson } from './support/enter'
import { signIn } from './support/signIn'
import { expect, test } from './support/test'

test('an address that leads nowhere shows a friendly page, with status 404', async ({ open }) => {
  const { page, watch } = await open('visitor')
  watch.excuse('GET 404')
  for (const address of ['/nowhere', '/desk/none', '/guide/none/at/all']) {
    const answer = await page.goto(address)
    expect(answer?.status(), address).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\S/)
    await expect(page.getByRole('navigation').getByRole('link')).toHaveCount(3)
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  }
  await page.getByRole('main').getByRole('link').click()
  await expect(page).toHaveURL(/\/login$/)
  await expect(page.getByTestId('sign-in')).toBeVisible()
})

test('what is missing below /api is a problem, not a page', async ({ request }) => {
  const anonymous = await request.get('/api/nowhere')
  expect(anonymous.status()).toBe(401)
  expect(anonymous.headers()['content-type']).toContain('application/problem+json')
})

test('who is not signed in is asked to, and led on to the page wanted', async ({ open }) => {
  const { page } = await open('visitor')
  for (const address of ['/', '/guide', '/admin', '/admin/desks']) {
    await page.goto(address)
    await expect(page, address).toHaveURL(/\/login(\?|$)/)
    await expect(page.getByTestId('sign-in')).toBeVisible()
  }
  await page.getByTestId('username').fill('admin')
  await page.getByTestId('password').fill(demoPassword)
  await page.getByTestId('sign-in').click()
  await expect(page).toHaveURL(/\/admin\/desks$/)
})

test('a guide on an admin page is sent home', async ({ open, place }) => {
  const { page } = await open('guide')
  await enterAsPerson(page, place.guide.username)
  for (const address of ['/admin', '/admin/accounts', '/login', '/']) {
    await page.goto(address)
    await expect(page, address).toHaveURL(/\/guide$/)
  }
})

test('a wrong password is said, and the right one lets in', async ({ open, place }) => {
  const { page, watch } = await open('guide')
  // What was still being fetched when signing out may be answered after it.
  watch.excuse('POST 401', 'GET 401')
  await signIn(page, place.guide.username, 'not-it')
  await expect(page.getByRole('alert')).toHaveText(/\S/)
  await page.getByTestId('password').fill(demoPassword)
  await page.getByTestId('password').press('Enter')
  await expect(page).toHaveURL(/\/guide$/)
  await page.getByTestId('sign-out').first().click()
  await expect(page).toHaveURL(/\/login/)
})
