import { AdminWindow } from './support/adminWindow'
import { DeskWindow } from './support/deskWindow'
import { GuideWindow } from './support/guideWindow'
import { below, Relay } from './support/relay'
import { expect, test } from './support/test'

test('behind a proxy all of it is below the path that the proxy takes off', async ({ open, place }) => {
  const proxy = await Relay.open(below('/bell'))
  const baseURL = `${proxy.url}/bell/`
  const desk = await DeskWindow.open(open, 'desk', { baseURL })
  const guide = await GuideWindow.open(open, 'guide', { baseURL })
  const admin = await AdminWindow.open(open, 'admin', { baseURL })
  await guide.page.context().addInitScript(() => Reflect.deleteProperty(window, 'WebSocket'))
  admin.watch.excuse('GET 404')

  await desk.pairByForm(place)
  await guide.page.goto('')
  await expect(guide.page).toHaveURL(`${baseURL}login`)
  await guide.signInByForm(place.guide)
  await guide.startShift()
  await desk.ring()
  await guide.accept()
  await desk.write('hello')
  await guide.expectMessages(['hello'])
  await guide.page.reload()
  await guide.expectMessages(['hello'])
  await guide.endCall()

  await admin.signInByForm()
  await admin.page.goto('nothing/here')
  await admin.page.getByRole('link').first().click()
  await expect(admin.page).toHaveURL(new RegExp(`^${baseURL}admin/`))
  await admin.show('desks')
  await expect(admin.page.getByText(place.desk.name).first()).toBeVisible()
  await admin.page.getByTestId('sign-out').first().click()
  await expect(admin.page).toHaveURL(`${baseURL}login`)

  const cookies = await Promise.all([desk, guide, admin].map(({ page }) => page.context().cookies()))
  expect(cookies.flat().map(({ path }) => path.replace(/\/$/, ''))).toEqual(cookies.flat().map(() => '/bell'))
  await Promise.all([desk, guide, admin].map(({ page }) => page.close()))
  proxy.close()
})
