import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BudgetState, jitterMs, paceOf, shareAt, slowDown, takeSlots } from './budget-rule.ts'

const fresh: BudgetState = { nextAtMs: 0, slowdown: 1, slowUntilMs: 0 }

const steps = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant('take' as const),
        gapMs: fc.nat(300),
        lane: fc.constantFrom('interactive' as const, 'background' as const),
        count: fc.integer({ min: 1, max: 8 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('429' as const), gapMs: fc.nat(300), pauseMs: fc.nat(3_000) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('idle' as const), gapMs: fc.nat(20_000) }) },
  ),
  { maxLength: 200 },
)

/** Plays a history and returns when each slot falls. */
function play(
  perSecond: number,
  history: Parameters<typeof steps.filter>[0] extends (value: infer V) => boolean ? V : never,
) {
  const pace = paceOf(perSecond)
  let state = fresh
  let nowMs = 1_000_000
  const slots: { atMs: number; askedMs: number; lane: string }[] = []
  for (const step of history) {
    nowMs += step.gapMs
    if (step.kind === '429') state = slowDown(state, nowMs, pace, step.pauseMs)
    if (step.kind !== 'take') continue
    const taken = takeSlots(state, nowMs, pace, { lane: step.lane, count: step.count, maxWaitMs: 3_000 })
    state = taken.state
    if (!taken.grant.isGranted) continue
    for (let nth = 0; nth < step.count; nth += 1) {
      const atMs = nowMs + Math.max(0, taken.grant.firstInMs + nth * taken.grant.stepMs)
      slots.push({ atMs, askedMs: nowMs, lane: step.lane })
    }
  }
  return slots
}

describe.each([1, 2, 3, 10, 25, 100])('%i calls per second', (perSecond) => {
  test('are never exceeded in any second, whatever is asked and however calls jitter on the way', () => {
    const jitter = fc.array(fc.double({ min: 0, max: jitterMs, noNaN: true }), { minLength: 1, maxLength: 50 })
    fc.assert(
      fc.property(steps, jitter, (history, delays) => {
        const slots = play(perSecond, history)
        const arrivals = slots
          .map(({ atMs }, index) => atMs + (delays[index % delays.length] ?? 0))
          .sort((a, b) => a - b)
        for (const [index, at] of arrivals.entries()) {
          const next = arrivals[index + perSecond]
          if (next !== undefined) expect(next - at).toBeGreaterThanOrEqual(1_000 - 1e-6)
        }
      }),
    )
  })

  test('are used to at least 85 percent when there is always somebody', () => {
    const pace = paceOf(perSecond)
    let state = fresh
    let granted = 0
    for (let nowMs = 0; nowMs < 60_000; nowMs += 1) {
      const taken = takeSlots(state, nowMs, pace, { lane: 'background', count: 1, maxWaitMs: 0 })
      state = taken.state
      if (taken.grant.isGranted) granted += 1
    }
    expect(granted).toBeGreaterThanOrEqual(Math.floor(Math.min(perSecond * 0.85, 999) * 60))
  })
})

test('background takes nothing while interactive calls have reserved ahead', () => {
  const pace = paceOf(10)
  const { state } = takeSlots(fresh, 1_000, pace, { lane: 'interactive', count: 5, maxWaitMs: 3_000 })
  const { grant } = takeSlots(state, 1_000, pace, { lane: 'background', count: 1, maxWaitMs: 60_000 })
  expect(grant.isGranted).toBe(false)
  expect(
    takeSlots(state, 1_000 + grant.firstInMs, pace, { lane: 'background', count: 1, maxWaitMs: 0 }).grant.isGranted,
  ).toBe(true)
})

test('interactive reserves no further ahead than its caller will wait', () => {
  const pace = paceOf(10)
  let state = fresh
  let last = 0
  for (;;) {
    const taken = takeSlots(state, 1_000, pace, { lane: 'interactive', count: 1, maxWaitMs: 3_000 })
    if (!taken.grant.isGranted) break
    state = taken.state
    last = taken.grant.firstInMs
  }
  expect(last).toBeGreaterThan(2_800)
  expect(last).toBeLessThanOrEqual(3_000)
})

test('a 429 halves the pace once per overload, and it recovers by a tenth per second', () => {
  const pace = paceOf(10)
  let state = slowDown(fresh, 1_000, pace, 0)
  expect(shareAt(state, 1_000)).toBe(0.5)
  state = slowDown(state, 1_200, pace, 0)
  expect(shareAt(state, 1_200)).toBe(0.5)
  expect(shareAt(state, 4_000)).toBeCloseTo(0.7)
  expect(shareAt(slowDown(state, 4_000, pace, 0), 4_000)).toBeCloseTo(0.35)
  expect(shareAt(state, 60_000)).toBe(1)
})

test('however many 429s come, a tenth of the pace is left', () => {
  let state = fresh
  for (let nth = 0; nth < 100; nth += 1) state = slowDown(state, 1_000 + nth * 1_001, paceOf(10), 0)
  expect(shareAt(state, 1_000 + 99 * 1_001)).toBeGreaterThanOrEqual(0.1)
})

test('nothing is sent for as long as GoTo asked', () => {
  const pace = paceOf(10)
  const state = slowDown(fresh, 1_000, pace, 5_000)
  const { grant } = takeSlots(state, 1_000, pace, { lane: 'interactive', count: 1, maxWaitMs: 60_000 })
  expect(grant.firstInMs).toBeGreaterThanOrEqual(5_000)
})

test('setting the clock back an hour does not block anybody for an hour', () => {
  const state = { ...fresh, nextAtMs: 3_600_000 }
  const { grant } = takeSlots(state, 1_000, paceOf(10), { lane: 'background', count: 1, maxWaitMs: 0 })
  expect(grant.firstInMs).toBeLessThanOrEqual(90_000)
})

test('a limit in the thousands is fetched in batches', () => {
  expect(paceOf(10).mostSlots).toBe(1)
  expect(paceOf(3_000).mostSlots).toBeGreaterThanOrEqual(50)
})
