import { appCode } from './support/authenticator'
import { AdminWindow } from './support/adminWindow'
import { demoPassword as before } from './support/contract'
import { enterAsPerson } from './support/enter'
import { look } from './support/look'
import { signIn } from './support/signIn'
import { expect, test } from './support/test'

const after = 'another long one'

test('a guide sees where the sign-ins are, ends one, and changes the password', async ({ open, place }) => {
  const { username } = place.guide
  const [forgotten, other, here] = await Promise.all(['forgotten', 'other', 'here'].map((name) => open(name)))
  if (!forgotten || !other || !here) throw new Error('A window is missing')
  for (const { page, watch } of [forgotten, other, here]) {
    watch.excuse('401', '/api/session/password')
    await enterAsPerson(page, username)
    await page.goto('/guide')
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

test('a guide turns the second factor on, signs in with a code, and with a backup code', async ({
  open,
  place,
}) => {
  const { username } = place.guide
  const { page, watch } = await open('guide', { locale: 'en-GB' })
  watch.excuse('400', '/api/session/second-factor')
  await enterAsPerson(page, username)
  await page.goto('/guide')
  await page.getByTestId('start-shift').click()
  await page.getByTestId('account').click()
  await page.getByTestId('sign-ins').click()
  await page.getByTestId('second-factor').click()
  await page.getByTestId('factor-password').fill('not this one')
  await page.getByTestId('factor-next').click()
  await expect(page.getByTestId('factor-password')).toBeFocused()
  await page.getByTestId('factor-password').fill(before)
  await page.getByTestId('factor-next').click()
  const secret = ((await page.getByTestId('factor-secret').textContent()) ?? '').replaceAll(' ', '')
  await expect(page.getByTestId('factor-code')).toBeFocused()
  await look(page, 'factor-setup', 'en')
  await page.getByTestId('factor-code').fill('000000')
  await page.getByTestId('factor-next').click()
  await page.getByTestId('factor-code').fill(await appCode(secret))
  await page.getByTestId('factor-next').click()
  await expect(page.getByTestId('backup-codes').getByRole('listitem')).toHaveCount(10)
  const [backupCode = ''] = await page.getByTestId('backup-codes').getByRole('listitem').allTextContents()
  await look(page, 'backup-codes', 'en')
  await page.getByTestId('codes-kept').click()
  await expect(page.getByTestId('factor-on')).toContainText('10 backup codes left')
  await look(page, 'factor-on', 'en')

  const elsewhere = await open('elsewhere')
  await signIn(elsewhere.page, username, before)
  await expect(elsewhere.page.getByTestId('sign-in-code')).toBeFocused()
  await look(elsewhere.page, 'sign-in-code', 'ko')
  await elsewhere.page.getByTestId('sign-in-code').fill('111111')
  await elsewhere.page.getByTestId('sign-in').click()
  await expect(elsewhere.page.getByRole('alert')).toContainText('코드가 틀렸거나')
  await elsewhere.page.getByTestId('sign-in-code').fill(await appCode(secret, 1))
  await elsewhere.page.getByTestId('sign-in').click()
  await expect(elsewhere.page).toHaveURL(/\/guide/)

  const lost = await open('lost')
  await signIn(lost.page, username, before)
  await lost.page.getByTestId('sign-in-code').fill(backupCode)
  await lost.page.getByTestId('sign-in').click()
  await expect(lost.page).toHaveURL(/\/guide/)
})

test('an admin resets a password, its owner chooses another, and the trail tells of both', async ({
  open,
  place,
}) => {
  const { username } = place.guide
  const admin = await AdminWindow.open(open, 'admin')
  await admin.signIn('accounts')
  const row = admin.page.getByRole('row').filter({ hasText: username })
  await row.getByRole('button').click()
  await admin.page.getByRole('menuitem', { name: '비밀번호 다시 정하기' }).click()
  await look(admin.page, 'reset-password', 'ko')
  await admin.page.getByTestId('reset-password').click()
  const oneTime = (await admin.page.getByTestId('password-shown').textContent()) ?? ''
  await look(admin.page, 'password-shown', 'ko')
  await admin.page.keyboard.press('Escape')

  const { page, watch } = await open('guide')
  watch.excuse('403')
  await signIn(page, username, oneTime)
  await expect(page).toHaveURL(/\/first/)
  await page.goto('/guide')
  await expect(page).toHaveURL(/\/first/)
  await expect(page.getByTestId('current-password')).toBeFocused()
  await look(page, 'first-password', 'ko')
  await page.getByTestId('current-password').fill(oneTime)
  await page.getByTestId('new-password').fill(after)
  await page.getByTestId('save-password').click()
  await expect(page).toHaveURL(/\/guide/)
  await expect(page.getByTestId('start-shift')).toBeVisible()

  const entries = admin.page.getByTestId('audit-entry')
  const ofGuide = entries.filter({ hasText: username })
  await admin.show(`audit?actor=${username}`)
  await expect(ofGuide.first()).toContainText('비밀번호 변경')
  await look(admin.page, 'audit', 'ko')
  await admin.show('audit')
  await expect(entries.filter({ hasText: '로그인' }).first()).toBeVisible()
  await admin.page.getByRole('combobox', { name: '무엇을' }).selectOption('PASSWORD_RESET')
  await expect(entries.filter({ hasText: '로그인' })).toHaveCount(0)
  await expect(ofGuide.first()).toContainText('비밀번호 다시 정함')
  await expect(ofGuide.first()).toContainText('admin')
})
