import { describe, expect, test } from 'vitest'
import { createBudget } from './budget.ts'
import { type BudgetState, slowDown, takeSlots } from './budget-rule.ts'
import type { BudgetStore } from './budget-store.ts'
import type { Timing } from './timing.ts'

describe('one process', () => {
  test('sends no more in a second than the limit, interactive first', async () => {
    const world = createWorld()
    const budget = createBudget(world.store(), 10, world.timing)
    const sent: { lane: string; atMs: number }[] = []
    const ask = (lane: 'interactive' | 'background') =>
      budget.acquire(lane, 60_000).then(() => sent.push({ lane, atMs: world.nowMs() }))
    const asked = [...Array(20).fill('background'), ...Array(10).fill('interactive')].map(ask)
    await world.run()
    await Promise.all(asked)
    expect(sent.slice(0, 10).filter(({ lane }) => lane === 'interactive').length).toBeGreaterThanOrEqual(9)
    for (const [index, { atMs }] of sent.entries()) {
      const later = sent[index + 10]
      if (later) expect(later.atMs - atMs).toBeGreaterThanOrEqual(1_000)
    }
  })

  test('turns away a caller who cannot be served in time, right away and with a delay', async () => {
    const world = createWorld()
    const budget = createBudget(world.store(), 2, world.timing)
    const asked = Array.from({ length: 20 }, () =>
      budget.acquire('interactive', 2_000).then(
        () => 'sent',
        (error) => error,
      ),
    )
    await world.run()
    const outcomes = await Promise.all(asked)
    const turnedAway = outcomes.filter((outcome) => outcome !== 'sent')
    expect(turnedAway.length).toBeGreaterThan(12)
    for (const error of turnedAway) {
      expect(error.code).toBe('rate_limited')
      expect(error.retryAfterSeconds).toBeGreaterThanOrEqual(1)
    }
  })

  test('a background caller leaves when its patience ends, even during a long pause at GoTo', async () => {
    const world = createWorld()
    const budget = createBudget(world.store(), 10, world.timing)
    await budget.slowDown(60_000)
    const asked = budget.acquire('background', 5_000).catch((error) => error.code)
    await world.run()
    expect(await asked).toBe('rate_limited')
    expect(world.nowMs()).toBeLessThan(world.startMs + 6_000)
  })

  test('during a pause that GoTo asked for, nothing is sent', async () => {
    const world = createWorld()
    const budget = createBudget(world.store(), 10, world.timing)
    await budget.slowDown(2_000)
    const asked = budget.acquire('background', 60_000)
    await world.run()
    await asked
    expect(world.nowMs()).toBeGreaterThanOrEqual(world.startMs + 2_000)
  })

  test('a high limit costs far fewer round trips than calls', async () => {
    const world = createWorld()
    const budget = createBudget(world.store(), 5_000, world.timing)
    const asked = Array.from({ length: 2_000 }, () => budget.acquire('background', 60_000))
    await world.run()
    await Promise.all(asked)
    expect(world.roundTrips()).toBeLessThan(2_000 / 20)
  })

  test('a single call requests a single slot', async () => {
    const world = createWorld()
    const budget = createBudget(world.store(), 5_000, world.timing)
    const asked = budget.acquire('interactive', 1_000)
    await world.run()
    await asked
    expect(world.slots()).toBe(1)
  })

  test('a slot that is slow to arrive is not used, but a slow database does not stop everything', async () => {
    const world = createWorld()
    const store = world.store()
    let trips = 0
    const slow: BudgetStore = {
      ...store,
      async take(pace, request) {
        trips += 1
        const grant = await store.take(pace, request)
        await world.timing.sleep(300)
        return grant
      },
    }
    const asked = createBudget(slow, 10, world.timing).acquire('background', 60_000)
    await world.run()
    await asked
    expect(trips).toBe(4)
  })

  test('everybody waiting hears of a database failure, and the next call tries again', async () => {
    const world = createWorld()
    let isDown = true
    const store = world.store()
    const budget = createBudget(
      { ...store, take: (pace, request) => (isDown ? Promise.reject(new Error('down')) : store.take(pace, request)) },
      10,
      world.timing,
    )
    const asked = [budget.acquire('interactive', 1_000), budget.acquire('background', 1_000)].map((one) =>
      one.catch((error) => error.message),
    )
    await world.run()
    expect(await Promise.all(asked)).toEqual(['down', 'down'])
    isDown = false
    const again = budget.acquire('interactive', 1_000)
    await world.run()
    await again
  })
})

test('many processes together stay within the limit, and interactive calls of one go before background calls of another', async () => {
  const world = createWorld()
  // A round trip takes time, during which others ask as well.
  const store = () => {
    const instant = world.store()
    return {
      ...instant,
      take: (...given: Parameters<BudgetStore['take']>) => world.timing.sleep(3).then(() => instant.take(...given)),
    }
  }
  const budgets = Array.from({ length: 4 }, () => createBudget(store(), 10, world.timing))
  const sent: { lane: string; atMs: number }[] = []
  const asked = budgets.flatMap((budget, index) => {
    const lane = index === 0 ? ('interactive' as const) : ('background' as const)
    return Array.from({ length: 12 }, () =>
      budget.acquire(lane, 60_000).then(() => sent.push({ lane, atMs: world.nowMs() })),
    )
  })
  await world.run()
  await Promise.all(asked)
  expect(sent).toHaveLength(48)
  for (const [index, { atMs }] of sent.entries()) {
    const later = sent[index + 10]
    if (later) expect(later.atMs - atMs).toBeGreaterThanOrEqual(1_000)
  }
  expect(sent.slice(0, 16).filter(({ lane }) => lane === 'interactive')).toHaveLength(12)
})

/** A shared row in memory, and time that jumps to the next sleeper. */
function createWorld() {
  const startMs = 1_000_000
  let nowMs = startMs
  let state: BudgetState = { nextAtMs: 0, slowdown: 1, slowUntilMs: 0 }
  let roundTrips = 0
  let slots = 0
  const sleepers = new Set<{ untilMs: number; wake: () => void }>()

  const timing: Timing = {
    nowMs: () => nowMs,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { untilMs: nowMs + ms, wake: resolve }
        if (signal?.aborted) return reject(signal.reason)
        sleepers.add(sleeper)
        signal?.addEventListener('abort', () => {
          if (sleepers.delete(sleeper)) reject(signal.reason)
        })
      }),
    deadline: () => ({ signal: new AbortController().signal, stop: () => undefined }),
    random: () => 0.5,
  }
  const store = (): BudgetStore => ({
    async take(pace, request) {
      roundTrips += 1
      const taken = takeSlots(state, nowMs, pace, request)
      state = taken.state
      if (taken.grant.isGranted) slots += request.count
      return taken.grant
    },
    async slowDown(pace, pauseMs) {
      state = slowDown(state, nowMs, pace, pauseMs)
    },
  })

  /** Runs until nobody sleeps. */
  async function run(): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve))
      const next = [...sleepers].sort((a, b) => a.untilMs - b.untilMs)[0]
      if (!next) return
      sleepers.delete(next)
      nowMs = Math.max(nowMs, next.untilMs)
      next.wake()
    }
  }

  return { startMs, timing, store, run, nowMs: () => nowMs, roundTrips: () => roundTrips, slots: () => slots }
}
