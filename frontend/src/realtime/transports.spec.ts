import { expect, it } from 'vitest'

import { backoff } from './backoff'
import { Transports } from './transports'

it('turns to SockJS after two native failures, and back to native later', () => {
  let now = 0
  const transports = new Transports(() => now)
  transports.failed('websocket')
  expect(transports.next()).toBe('websocket')
  transports.failed('websocket')
  expect(transports.next()).toBe('sockjs')
  transports.opened('sockjs')
  expect(transports.next()).toBe('sockjs')
  now = 11 * 60_000
  expect(transports.next()).toBe('websocket')
  transports.failed('websocket')
  expect(transports.next()).toBe('sockjs')
})

function fail(transports: Transports, times: number) {
  for (let i = 0; i < times; i++) transports.failed('websocket')
}

it('stays with native where it opened before and the server is away for a while', () => {
  const transports = new Transports()
  transports.opened('websocket')
  fail(transports, 7)
  expect(transports.next()).toBe('websocket')
  transports.opened('websocket')
  fail(transports, 7)
  expect(transports.next()).toBe('websocket')
})

it('turns to SockJS where native opened before and then never again', () => {
  const transports = new Transports()
  transports.opened('websocket')
  fail(transports, 8)
  expect(transports.next()).toBe('sockjs')
})

it('blames the server when both fail', () => {
  const transports = new Transports()
  transports.failed('websocket')
  transports.failed('websocket')
  transports.failed('sockjs')
  expect(transports.next()).toBe('websocket')
})

it('spreads every wait and never waits longer than thirty seconds', () => {
  expect([0, 1, 4, 5, 99].map((failures) => backoff(failures, () => 1))).toEqual([
    1000, 2000, 16000, 30000, 30000,
  ])
  expect(backoff(5, () => 0.5)).toBe(15_000)
  expect(backoff(5, () => 0)).toBe(100)
})
