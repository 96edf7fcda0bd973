import { expect, it, vi } from 'vitest'

import { Bell } from './bell'

const parameter = () => ({
  value: 0,
  setValueAtTime: vi.fn(),
  exponentialRampToValueAtTime: vi.fn(),
  setTargetAtTime: vi.fn(),
})
const node = () => ({ gain: parameter(), frequency: parameter(), connect: vi.fn((to: unknown) => to) })

/** A Web Audio that counts tones, and lets the page sound only if `allowed`. */
function audio(allowed: boolean) {
  const tones: number[] = []
  const gains: ReturnType<typeof node>[] = []
  const context = {
    state: 'suspended',
    currentTime: 5,
    destination: {},
    onstatechange: null,
    resume: () => {
      if (allowed) context.state = 'running'
      return Promise.resolve()
    },
    close: () => Promise.resolve(),
    createDynamicsCompressor: node,
    createGain: () => {
      gains.push(node())
      return gains.at(-1)
    },
    createOscillator: () => ({ ...node(), start: (at: number) => tones.push(at), stop: vi.fn() }),
  }
  return { tones, gains, bell: new Bell(() => context as unknown as AudioContext) }
}

it('is silent until it has been unlocked', async () => {
  const { bell, tones } = audio(true)
  bell.strike('ring')
  expect(tones).toEqual([])
  expect(await bell.unlock()).toBe(true)
  bell.strike('ring')
  expect(tones.length).toBeGreaterThan(0)
  expect(Math.min(...tones)).toBeGreaterThan(5)
})

it('says that it cannot be heard while the browser refuses', async () => {
  const { bell, tones } = audio(false)
  expect(await bell.unlock()).toBe(false)
  bell.strike('late')
  expect([bell.audible.value, tones.length]).toEqual([false, 0])
})

it('is louder and busier when a call is late', async () => {
  const calm = audio(true)
  const late = audio(true)
  await calm.bell.unlock()
  await late.bell.unlock()
  calm.bell.strike('ring')
  late.bell.strike('late')
  expect(late.tones.length).toBeGreaterThan(calm.tones.length)
  expect(late.gains[0]?.gain.value ?? 0).toBeGreaterThan(calm.gains[0]?.gain.value ?? 1)
})

it('stops what still sounds when the call is gone', async () => {
  const { bell, gains } = audio(true)
  await bell.unlock()
  bell.strike('ring')
  bell.hush()
  expect(gains[0]?.gain.setTargetAtTime).toHaveBeenCalledWith(0, 5, expect.any(Number))
})
