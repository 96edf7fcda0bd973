import { expect, type Page } from '@playwright/test'

import { demoPassword } from './contract'

/** Signs a window in without its form, which other tests prove: the cookies land in its browser. */
async function enter(page: Page, path: string, data: unknown): Promise<void> {
  const { request } = page.context()
  // It answers 401, and brings the token all the same.
  await request.get('api/session')
  const { cookies } = await request.storageState()
  const token = cookies.find(({ name }) => name === 'XSRF-TOKEN')?.value ?? ''
  const answer = await request.post(path, { data, headers: { 'X-XSRF-TOKEN': decodeURIComponent(token) } })
  expect(answer.status(), path).toBe(200)
}

export const enterAsPerson = (page: Page, username: string, password = demoPassword) =>
  enter(page, 'api/session', { username, password })

export const enterAsDesk = (page: Page, pairingCode: string) => enter(page, 'api/desk/pair', { pairingCode })
