import { look } from './support/look'
import { signIn } from './support/signIn'
import { Stranger } from './support/stranger'
import { expect, test } from './support/test'
import { newId } from './support/texts'

const before = 'the first long one'
const after = 'another long one'

/** An account of the test's own: its password changes. */
async function newGuide(): Promise<string> {
  const admin = await Stranger.person('admin')
  const username = `guide.${newId().slice(0, 8)}`
  const account = { username, displayName: '하루', role: 'GUIDE', regions: ['jeju'], password: before }
  await admin.http.post('/api/admin/accounts', account, 201)
  return username
}

test('a guide sees where the sign-ins are, ends one, and changes the password', async ({ open }) => {
  const username = await newGuide()
  const [forgotten, other, here] = await Promise.all(['forgotten', 'other', 'here'].map((name) => open(name)))
  if (!forgotten || !other || !here) throw new Error('A window is missing')
  for (const { page, watch } of [forgotten, other, here]) {
    watch.excuse('401', '/api/session/password')
    await signIn(page, username, before)
    await expect(page).toHaveURL(/\/guide/)
    await page.getByTestId('start-shift').click()
  }

  const { page } = here
  await page.getByTestId('account').click()
  await page.getByTestId('sign-ins').click()
  const places = page.getByTestId('sign-in-place')
  await expect(places).toHaveCount(3)
  await look(page, 'sign-ins', 'ko')
  await places.getByRole('button').last().click()
  await expect(places).toHaveCount(2)
  const elsewhere = [forgotten.page, other.page]
  await expect.poll(() => elsewhere.filter((each) => each.url().includes('/login')).length).toBe(1)

  await page.getByTestId('change-password').click()
  await page.getByTestId('current-password').fill('not this one')
  await page.getByTestId('new-password').fill('1234567890')
  await page.getByTestId('save-password').click()
  await expect(page.getByTestId('new-password')).toBeFocused()
  await page.getByTestId('new-password').fill(after)
  await page.getByTestId('save-password').click()
  await expect(page.getByTestId('current-password')).toBeFocused()
  await look(page, 'change-password', 'ko')
  await page.getByTestId('current-password').fill(before)
  await page.getByTestId('save-password').click()
  await expect(places).toHaveCount(1)
  for (const each of elsewhere) await expect(each).toHaveURL(/\/login/)

  await signIn(other.page, username, after)
  await expect(other.page).toHaveURL(/\/guide/)
})
