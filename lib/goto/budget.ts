import { env } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { jitterMs, type Lane, type Pace, paceOf } from './budget-rule.ts'
import { type BudgetStore, databaseStore } from './budget-store.ts'
import type { GotoApi } from './contract/record.ts'
import { sentences } from './sentences.ts'
import { realTiming, type Timing } from './timing.ts'

/** The calls that GoTo grants per second, shared by all processes that use the same OAuth client. */
export type Budget = {
  /**
   * Resolves when one call may be sent right away. Interactive calls go first.
   * @throws AppError `rate_limited` after `maxWaitMs`.
   */
  acquire(lane: Lane, maxWaitMs: number): Promise<void>
  /** GoTo answered 429: half the pace, and nothing at all for `pauseMs`. */
  slowDown(pauseMs: number): Promise<void>
}

type Waiter = { untilMs: number; resolve: () => void; reject: (error: unknown) => void }

/** A slot not used within this time is dropped: used later, it could collide with the next second's. */
const staleAfterMs = jitterMs / 2

const budgets = new Map<string, Budget>()

/**
 * The budget of one API for this installation's OAuth client, as `GOTO_REQUESTS_PER_SECOND` allows (goto-api.md 4.1).
 */
export function requestBudget(api: Exclude<GotoApi, 'oauth'>): Budget {
  const { gotoClientId, gotoRequestsPerSecond } = env()
  const name = `${api}:${gotoClientId ?? ''}`
  const key = `${gotoRequestsPerSecond} ${name}`
  let budget = budgets.get(key)
  if (!budget) {
    budget = createBudget(databaseStore(name), gotoRequestsPerSecond)
    budgets.set(key, budget)
  }
  return budget
}

/** Gives up slots this process has fetched but not used, for tests of an exhausted budget. */
export function forgetBudgets(): void {
  budgets.clear()
}

/** One process's part: a queue per lane, and slots fetched in small batches as needed. */
export function createBudget(store: BudgetStore, perSecond: number, timing: Timing = realTiming): Budget {
  const pace: Pace = paceOf(perSecond)
  const queues: Record<Lane, Waiter[]> = { interactive: [], background: [] }
  let slots: number[] = []
  let batch = 1
  let lateReplies = 0
  let isPumping = false
  let wake = new AbortController()

  return {
    acquire(lane, maxWaitMs) {
      const nowMs = timing.nowMs()
      if (!isPumping && takeReady(nowMs)) return Promise.resolve()
      return new Promise((resolve, reject) => {
        queues[lane].push({ untilMs: nowMs + maxWaitMs, resolve, reject })
        wake.abort()
        if (!isPumping) void pump()
      })
    },
    async slowDown(pauseMs) {
      slots = []
      await store.slowDown(pace, pauseMs)
    },
  }

  async function pump(): Promise<void> {
    isPumping = true
    try {
      while (queues.interactive.length + queues.background.length > 0) {
        wake = new AbortController()
        const pauseMs = Math.min(await step(), untilSomebodyLeaves())
        if (pauseMs > 0) await timing.sleep(pauseMs, wake.signal).catch(() => undefined)
      }
    } catch (error) {
      for (const waiter of [...queues.interactive.splice(0), ...queues.background.splice(0)]) waiter.reject(error)
    } finally {
      isPumping = false
    }
  }

  /** Serves, or fetches, or returns for how many milliseconds nothing can be done. */
  async function step(): Promise<number> {
    const nowMs = timing.nowMs()
    dismissLate(nowMs)
    while (hasWaiters() && takeReady(nowMs)) (queues.interactive.shift() ?? queues.background.shift())?.resolve()
    const lane: Lane = queues.interactive.length > 0 ? 'interactive' : 'background'
    if (queues[lane].length === 0) return 0
    // Reserving for everybody waiting keeps other processes' background calls from cutting in.
    const missing = (lane === 'interactive' ? queues.interactive.length : 1) - slots.length
    const untilSlotMs = slots[0] === undefined ? 0 : Math.max(1, slots[0] - nowMs)
    if (missing <= 0) return untilSlotMs
    return fetchSlots(lane, missing, untilSlotMs)
  }

  async function fetchSlots(lane: Lane, missing: number, untilSlotMs: number): Promise<number> {
    const maxWaitMs = Math.max(0, ...queues[lane].map((waiter) => waiter.untilMs)) - timing.nowMs()
    const useful = Math.max(1, Math.floor(maxWaitMs / pace.stepMs))
    const count = Math.min(Math.max(missing, batch), Math.max(pace.mostSlots, lane === 'interactive' ? useful : 1))
    const askedMs = timing.nowMs()
    const { isGranted, firstInMs, stepMs } = await store.take(pace, { lane, count, maxWaitMs })
    if (isGranted) {
      const receivedMs = timing.nowMs()
      // Nobody knows how old a slow-arriving slot is. A database that is always this slow is trusted in the end.
      if (receivedMs - askedMs > jitterMs && lateReplies < 3) {
        lateReplies += 1
        return 0
      }
      lateReplies = 0
      // Use decides how many to fetch at once next time.
      batch = slots.length === 0 ? Math.min(pace.mostSlots, count * 2) : 1
      for (let index = 0; index < count; index += 1) slots.push(receivedMs + Math.max(0, firstInMs + index * stepMs))
      return 0
    }
    // Callers with no slot within their patience hear it now, not when their patience has run out.
    if (lane === 'interactive') rejectUnserved(firstInMs)
    if (lane === 'interactive') return untilSlotMs
    // Two processes waiting for the same free slot should not ask in step.
    return Math.max(1, firstInMs + timing.random() * Math.min(5, pace.stepMs / 4))
  }

  function takeReady(nowMs: number): boolean {
    const fresh = slots.filter((slot) => slot >= nowMs - staleAfterMs)
    if (fresh.length < slots.length) batch = Math.max(1, Math.ceil(batch / 2))
    slots = fresh
    if (slots[0] === undefined || slots[0] > nowMs) return false
    slots.shift()
    return true
  }

  function hasWaiters(): boolean {
    return queues.interactive.length + queues.background.length > 0
  }

  function untilSomebodyLeaves(): number {
    const ends = [...queues.interactive, ...queues.background].map((waiter) => waiter.untilMs)
    return Math.max(1, Math.min(...ends) - timing.nowMs())
  }

  function dismissLate(nowMs: number): void {
    for (const lane of ['interactive', 'background'] as const) {
      const late = queues[lane].filter((waiter) => waiter.untilMs <= nowMs)
      if (late.length === 0) continue
      queues[lane] = queues[lane].filter((waiter) => waiter.untilMs > nowMs)
      for (const waiter of late) waiter.reject(tooMany(pace.stepMs))
    }
  }

  function rejectUnserved(waitMs: number): void {
    for (const waiter of queues.interactive.splice(slots.length)) waiter.reject(tooMany(waitMs))
  }
}

function tooMany(waitMs: number): AppError {
  return new AppError('rate_limited', sentences.outOfBudget, {
    cause: new Error(`request budget: next free slot in ${Math.round(waitMs)} ms`),
    retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)),
  })
}
