import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBreaker } from './breaker.ts'

test('in a total outage, calls sent stay within 1.1 of calls asked for', () => {
  const asks = fc.array(fc.record({ gapMs: fc.nat(2_000), attempts: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 40,
    maxLength: 400,
  })
  fc.assert(
    fc.property(asks, (calls) => {
      let nowMs = 0
      let sent = 0
      const breaker = createBreaker(() => nowMs)
      for (const { gapMs, attempts } of calls) {
        nowMs += gapMs
        for (let nth = 1; nth <= attempts && breaker.admit() === 0; nth += 1) {
          sent += 1
          breaker.failed()
          if (!breaker.mayRepeat()) break
        }
      }
      expect(sent).toBeLessThanOrEqual(calls.length * 1.1)
    }),
  )
})

test('half open, it sends one probe at a time', () => {
  let nowMs = 0
  const breaker = createBreaker(() => nowMs)
  for (let nth = 0; nth < 5; nth += 1) breaker.failed()
  expect(breaker.admit()).toBeGreaterThan(0)
  nowMs += 1_000
  expect([breaker.admit(), breaker.admit() > 0]).toEqual([0, true])
  breaker.failed()
  nowMs += 1_000
  expect(breaker.admit()).toBe(1_000)
  nowMs += 1_000
  expect(breaker.admit()).toBe(0)
  breaker.succeeded()
  expect([breaker.admit(), breaker.admit()]).toEqual([0, 0])
})

test('an abandoned probe makes room for the next', () => {
  let nowMs = 0
  const breaker = createBreaker(() => nowMs)
  for (let nth = 0; nth < 5; nth += 1) breaker.failed()
  nowMs += 1_000
  expect(breaker.admit()).toBe(0)
  breaker.abandoned()
  expect(breaker.admit()).toBe(0)
})

test('in a long outage, at most one probe goes out in 30 seconds', () => {
  let nowMs = 0
  const probes: number[] = []
  const breaker = createBreaker(() => nowMs)
  for (; nowMs < 600_000; nowMs += 500) {
    if (breaker.admit() !== 0) continue
    probes.push(nowMs)
    breaker.failed()
  }
  const late = probes.filter((at) => at > 120_000)
  expect(late.length).toBeGreaterThan(5)
  for (const [index, at] of late.slice(1).entries()) expect(at - (late[index] ?? 0)).toBeGreaterThanOrEqual(30_000)
})

test('single failures among successes never open it, and earn few retries', () => {
  const breaker = createBreaker(() => 0)
  let repeated = 0
  for (let nth = 0; nth < 1_000; nth += 1) {
    expect(breaker.admit()).toBe(0)
    if (nth % 3 !== 0) breaker.succeeded()
    else {
      breaker.failed()
      if (breaker.mayRepeat()) repeated += 1
    }
  }
  expect(repeated).toBeLessThanOrEqual(100)
  expect(repeated).toBeGreaterThan(50)
})
