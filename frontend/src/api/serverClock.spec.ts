import { beforeEach, expect, it, vi } from 'vitest'

import type * as Clock from './serverClock'

const sources = import.meta.glob<string>(['../**/*.{vue,ts}', '!../**/*.spec.ts', '!../testing/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

const start = Date.parse('2026-11-22T10:48:00.000Z')
const hour = 3_600_000
let clock: typeof Clock

beforeEach(async () => {
  vi.useFakeTimers({ now: start })
  vi.resetModules()
  clock = await import('./serverClock')
})

it('is the own clock until the server has said something else', () => {
  expect(clock.serverNow()).toBe(start)
  clock.adjustServerClock(start + 500, performance.now())
  vi.advanceTimersByTime(1_000)
  expect(clock.serverNow()).toBe(start + 1_000)
})

it.each([hour, -hour])('is right where the own clock is off by %d ms', (off) => {
  clock.adjustServerClock(start + off, performance.now())
  vi.advanceTimersByTime(7_000)
  expect(clock.serverNow()).toBe(start + off + 7_000)
})

it.each([hour, -hour, 24 * hour, -24 * hour])('goes on evenly where the own clock is set by %d ms', (by) => {
  clock.adjustServerClock(start, performance.now())
  vi.advanceTimersByTime(30_000)
  vi.setSystemTime(Date.now() + by)
  vi.advanceTimersByTime(5_000)
  expect(clock.serverNow()).toBe(start + 35_000)
})

it.each([hour, -hour])('follows the server where its clock is set by %d ms', (by) => {
  clock.adjustServerClock(start, performance.now())
  clock.adjustServerClock(start + by, performance.now())
  expect(clock.serverNow()).toBe(start + by)
  clock.adjustServerClock(Number.NaN, performance.now())
  expect(clock.serverNow()).toBe(start + by)
})

it('stays right where an answer takes long', () => {
  const asked = performance.now()
  vi.advanceTimersByTime(9_000)
  clock.adjustServerClock(start + 9_000, asked)
  expect(clock.serverNow()).toBe(start + 9_000)
})

/** What counts on from the one clock or the other, or asks whether the device has slept. */
const ofTheDevice = /\/(serverClock|stopwatch|watchPageLifecycle|reloadWhenOutdated)\.ts$/

it('is what every page goes by', () => {
  const asksTheDevice = (path: string) => /\bDate\.now\b|new Date\(\)/.test(sources[path] ?? '')
  expect(Object.keys(sources).filter((path) => asksTheDevice(path) && !ofTheDevice.test(path))).toEqual([])
})
