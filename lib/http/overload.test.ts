import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { overloadGauge } from './overload.ts'

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})
afterEach(() => vi.clearAllTimers())

test('a process is overloaded while half of what waits in its event loop waits too long, judged every second', () => {
  let medianMs = 399
  const isOverloaded = overloadGauge({ enable: () => true, percentile: () => medianMs * 1e6, reset: () => undefined })
  expect(isOverloaded()).toBe(false)
  vi.advanceTimersByTime(1_000)
  expect(isOverloaded()).toBe(false)
  medianMs = 401
  expect(isOverloaded()).toBe(false)
  vi.advanceTimersByTime(1_000)
  expect(isOverloaded()).toBe(true)
  medianMs = 20
  vi.advanceTimersByTime(1_000)
  expect(isOverloaded()).toBe(false)
})
