import { DeskWindow } from './support/deskWindow'
import { expect, test } from './support/test'

test('two fingers take nothing off the desk, now or after a reload', async ({ open, place }) => {
  const desk = await DeskWindow.open(open, 'desk')
  const { page } = desk
  await desk.pair(place)
  const devtools = await page.context().newCDPSession(page)
  const height = () =>
    page.evaluate(() => [document.querySelector('.desk')?.getBoundingClientRect().height, innerHeight])
  const [usual] = await height()

  await devtools.send('Input.synthesizePinchGesture', { x: 270, y: 480, scaleFactor: 2 })
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1)
  // Whatever still enlarges it: a browser's own menu, an older version of this page.
  await devtools.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 })
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(2)
  await expect.poll(height).toEqual([usual, usual])
  await page.reload()
  await expect(desk.callButton).toBeVisible()
  await expect.poll(height).toEqual([usual, usual])
})

test('neither wheel nor keys enlarge the desk', async ({ open, place }) => {
  const desk = await DeskWindow.open(open, 'desk')
  await desk.pair(place)
  const prevented = await desk.page.evaluate(() =>
    [
      new WheelEvent('wheel', { ctrlKey: true, cancelable: true, bubbles: true }),
      new KeyboardEvent('keydown', { key: '+', ctrlKey: true, cancelable: true, bubbles: true }),
      new Event('gesturestart', { cancelable: true, bubbles: true }),
    ].map((event) => !document.body.dispatchEvent(event)),
  )
  expect(prevented).toEqual([true, true, true])
})
