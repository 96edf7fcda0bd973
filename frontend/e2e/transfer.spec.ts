import { GuideWindow } from './support/guideWindow'
import { beginConversation, beReady, openTwo } from './support/conversation'
import { expect, test } from './support/test'

test('a call is transferred to a colleague who reads what was said', async ({ open, place }) => {
  const two = await openTwo(open)
  const { desk, guide } = two
  const colleague = await GuideWindow.open(open, 'colleague')
  await beReady(two, place)
  await colleague.signIn(place.colleague)
  await colleague.startShift()
  await beginConversation(two)
  await desk.write('환승은 어디서 하나요?')
  await expect(guide.messages).toHaveCount(1)
  await guide.page.getByTestId('transfer').click()
  const choice = guide.page.locator(`[value="person:${place.colleague.username}"]`)
  await guide.page.locator('label', { has: choice }).click()
  await guide.page.getByTestId('send-transfer').click()
  await expect(colleague.incoming).toHaveCount(1)
  await colleague.accept()
  await colleague.expectMessages(['환승은 어디서 하나요?'])
  await expect(guide.input).toHaveCount(0)
  await colleague.write('이어서 도와드릴게요')
  await desk.expectMessages(['환승은 어디서 하나요?', '이어서 도와드릴게요'])
  await expect(desk.page.getByText(place.colleague.displayName).first()).toBeVisible()
  await colleague.endCall()
})
