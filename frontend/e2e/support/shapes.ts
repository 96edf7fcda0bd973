import { expect } from '@playwright/test'

import type { Call, Message, Note } from './contract'

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

const aString = () => expect.any(String)
const aNumber = () => expect.any(Number)
const aTime = () => expect.stringMatching(instant)
const named = () => ({ code: aString(), name: aString() })

/** Every field docs/protocol.md names for a call that rings; `rest` says what this one holds. */
export function expectRinging(call: Call, rest: Partial<Call>): void {
  expect(call).toMatchObject({
    id: aString(),
    state: 'RINGING',
    desk: named(),
    region: named(),
    guide: null,
    language: aString(),
    ringAt: aTime(),
    acceptedAt: null,
    endedAt: null,
    endReason: null,
    rating: null,
    onDuty: aNumber(),
    alerts: { sent: aNumber(), seen: aNumber() },
    guideOnline: expect.any(Boolean),
    deskOnline: true,
    transfer: null,
    version: aNumber(),
    ...rest,
  })
}

export function expectActive(call: Call, guide: string): void {
  expect(call).toMatchObject({
    state: 'ACTIVE',
    guide: { username: guide, displayName: aString() },
    ringAt: aTime(),
    acceptedAt: aTime(),
    endedAt: null,
    endReason: null,
    guideOnline: true,
    deskOnline: true,
  })
  expect(Date.parse(call.acceptedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(call.ringAt))
}

export function expectEnded(call: Call): void {
  expect(call).toMatchObject({ state: 'ENDED', endedAt: aTime(), endReason: aString() })
}

export function expectMessage(message: Message, rest: Partial<Message>): void {
  expect(message).toMatchObject({
    callId: aString(),
    seq: aNumber(),
    clientId: aString(),
    username: aString(),
    displayName: aString(),
    contents: aString(),
    sendDate: aTime(),
    ...rest,
  })
}

export function expectNote(note: Note, rest: Partial<Note>): void {
  expect(note).toMatchObject({
    id: aString(),
    kind: aString(),
    callId: aString(),
    contents: aString(),
    sendDate: aTime(),
    readAt: null,
    ...rest,
  })
  expect(Object.keys(note.to)).toEqual([expect.stringMatching(/^(username|region)$/)])
}

/** A change is newer than what was known, so that an old state which arrives late can be told. */
export function expectNewer(call: Call, before: Call): void {
  expect(call.version, `${call.state} after ${before.state}`).toBeGreaterThan(before.version)
}
