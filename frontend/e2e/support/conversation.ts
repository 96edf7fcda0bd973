import { expect } from '@playwright/test'

import { DeskWindow } from './deskWindow'
import { GuideWindow } from './guideWindow'
import type { Place } from './place'
import type { Open } from './test'

export interface Two {
  desk: DeskWindow
  guide: GuideWindow
}

/** A desk's and a guide's window, empty yet. */
export async function openTwo(open: Open): Promise<Two> {
  const [desk, guide] = await Promise.all([DeskWindow.open(open, 'desk'), GuideWindow.open(open, 'guide')])
  return { desk, guide }
}

/** The desk waits for a visitor, the guide for a call. */
export async function beReady({ desk, guide }: Two, place: Place): Promise<void> {
  await Promise.all([desk.pair(place), guide.signIn(place.guide).then(() => guide.startShift())])
}

export async function beginConversation({ desk, guide }: Two): Promise<void> {
  await desk.ring()
  await guide.accept()
  await expect(desk.input).toBeVisible()
}
