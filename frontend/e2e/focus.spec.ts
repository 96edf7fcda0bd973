import type { Page } from '@playwright/test'

import { AdminWindow } from './support/adminWindow'
import { beginConversation, beReady, openTwo } from './support/conversation'
import { expect, test } from './support/test'

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body)

/** The keyboard is somewhere, once everything has come to rest. */
async function expectFocus(page: Page, when: string): Promise<void> {
  // What closes is gone by then, and whoever knows a better place has had their say.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  )
  await expect.poll(() => focused(page), { message: when }).toBe(true)
}

test('a guide’s keyboard never falls out of the page', async ({ open, place }) => {
  const two = await openTwo(open)
  const { desk, guide } = two
  const { page } = guide
  await desk.pair(place)
  await guide.signIn(place.guide)
  await expectFocus(page, 'signed in')
  await guide.startShift()
  await expectFocus(page, 'shift begun')
  await beginConversation(two)
  await expectFocus(page, 'accepted')

  await page.getByTestId('end-call').click()
  await expect(page.getByTestId('undo-end')).toBeFocused()
  await page.getByTestId('undo-end').click()
  await expect(guide.input).toBeVisible()
  await expectFocus(page, 'taken back')
  await desk.write('still here')
  await guide.expectMessages(['still here'])

  await page.locator('.strip-end').click()
  const question = page.getByRole('alertdialog')
  await question.getByRole('button').first().click()
  await expect(question).toBeHidden()
  await expectFocus(page, 'stays')
  await page.locator('.strip-end').click()
  await question.getByRole('button').last().click()
  await expect(page.getByTestId('shift-ends')).toBeVisible()
  await expectFocus(page, 'ends after the talk')
  await expect(guide.input).toBeVisible()
  await page.getByTestId('stay-on-duty').click()
  await expectFocus(page, 'on duty again')

  await page.getByTestId('end-call').click()
  await expect(desk.page.getByTestId('rate-5')).toBeVisible({ timeout: 10_000 })
  await expectFocus(page, 'ended')
  await page.getByTestId('dismiss-call').click()
  await expectFocus(page, 'put away')
  await page.locator('.strip-end').click()
  await expect(guide.start).toBeVisible()
  await expectFocus(page, 'shift over')
})

test('a talk that was ended by mistake goes on, and closing the page ends it', async ({ open, place }) => {
  const two = await openTwo(open)
  const { desk, guide } = two
  await beReady(two, place)
  await beginConversation(two)
  await guide.page.getByTestId('end-call').click()
  await guide.page.getByTestId('undo-end').click()
  await guide.write('sorry')
  await desk.expectMessages(['sorry'])
  await guide.page.getByTestId('end-call').click()
  await guide.page.reload()
  await expect(desk.page.getByTestId('rate-5')).toBeVisible()
})

for (const address of ['messages', 'calls', 'live', 'notes', 'regions', 'desks', 'accounts', 'audit']) {
  test(`the keyboard never falls out of the admins’ page ${address}`, async ({ open, place }) => {
    void place
    const admin = await AdminWindow.open(open, 'admin')
    const { page } = admin
    await admin.signIn(address)
    await expect(page.getByRole('heading').first()).toBeAttached()
    await expectFocus(page, 'opened')
    const buttons = page.getByRole('main').getByRole('button')
    const count = Math.min(await buttons.count(), 6)
    for (let each = 0; each < count; each++) {
      const button = buttons.nth(each)
      if (!(await button.isVisible()) || !(await button.isEnabled())) continue
      await button.press('Enter')
      await expectFocus(page, `button ${each} pressed`)
      await page.keyboard.press('Escape')
      await expectFocus(page, `button ${each} left`)
      const question = page.getByRole('alertdialog')
      if (await question.isVisible()) await question.getByRole('button').last().click()
      await expect(page.locator('.v-overlay--active[role]')).toHaveCount(0)
      await expectFocus(page, `after button ${each}`)
    }
    await page.getByRole('navigation').getByRole('link').nth(1).click()
    await expectFocus(page, 'left for another page')
  })
}
