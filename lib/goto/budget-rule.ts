/**
 * The rule of the request budget, without I/O. It is the generic cell rate algorithm: `nextAtMs` is when the next slot
 * would come at an even pace, and a slot may be used `toleranceMs` earlier. `budget-store.ts` says the same in SQL.
 */
export type BudgetState = {
  nextAtMs: number
  /** What the pace was divided by at the last 429; it recovers from `slowUntilMs` on. */
  slowdown: number
  slowUntilMs: number
}

export type Lane = 'interactive' | 'background'

export type SlotRequest = { lane: Lane; count: number; maxWaitMs: number }

/** `firstInMs`: when the first slot is or, if not granted, when to ask again; a slot follows every `stepMs`. */
export type SlotGrant = { isGranted: boolean; firstInMs: number; stepMs: number }

export type Pace = { stepMs: number; toleranceMs: number; mostSlots: number }

/** How much closer together two calls may get on their way from the grant to GoTo. */
export const jitterMs = 100
/** The share of the limit that is used; the rest is left for jitter. */
const usedShare = 0.85
/** Slots for one round trip reach this far ahead, so that a high limit costs few statements. */
const leaseMs = 20
/** The pace never falls below this share, and regains this much per second after a slowdown. */
export const slowest = 0.1
export const recoveryPerSecond = 0.1
/** Nobody waits or pauses longer than this: a slot further ahead means only that the database's clock was set back. */
export const mostAheadMs = 90_000
/** Within this time, all 429s belong to one overload and halve the pace once. */
export const holdMs = 1_000

/**
 * At most `perSecond` calls arrive in any second: n slots in a row span (n - 1) steps less the tolerance, and with
 * n = perSecond + 1 that stays above one second and the jitter.
 */
export function paceOf(perSecond: number): Pace {
  const stepMs = 1000 / (perSecond * usedShare)
  return {
    stepMs,
    toleranceMs: Math.max(0, perSecond * stepMs - 1000 - jitterMs),
    mostSlots: Math.max(1, Math.floor(leaseMs / stepMs)),
  }
}

/** The share of the pace in force at `nowMs`, from `slowest` to 1. */
export function shareAt({ slowdown, slowUntilMs }: BudgetState, nowMs: number): number {
  return Math.min(1, 1 / slowdown + (Math.max(0, nowMs - slowUntilMs) / 1000) * recoveryPerSecond)
}

/**
 * Interactive calls reserve as far ahead as they would wait. Background calls take what is free now: nothing while
 * somebody waits.
 */
export function takeSlots(
  state: BudgetState,
  nowMs: number,
  pace: Pace,
  { lane, count, maxWaitMs }: SlotRequest,
): { state: BudgetState; grant: SlotGrant } {
  const stepMs = pace.stepMs / shareAt(state, nowMs)
  const nextAtMs = Math.min(state.nextAtMs, nowMs + mostAheadMs)
  const waitMs = nextAtMs - pace.toleranceMs - nowMs
  if (waitMs > (lane === 'interactive' ? maxWaitMs : 0)) {
    return { state, grant: { isGranted: false, firstInMs: waitMs, stepMs } }
  }
  const startMs = Math.max(nextAtMs, nowMs)
  return {
    state: { ...state, nextAtMs: startMs + count * stepMs },
    grant: { isGranted: true, firstInMs: startMs - pace.toleranceMs - nowMs, stepMs },
  }
}

/** What a 429 does: half the pace, once per overload, and silence for as long as GoTo asked for. */
export function slowDown(state: BudgetState, nowMs: number, pace: Pace, pauseMs: number): BudgetState {
  const isHeld = nowMs < state.slowUntilMs
  return {
    nextAtMs: Math.max(state.nextAtMs, nowMs + pace.toleranceMs + pauseMs),
    slowdown: isHeld ? state.slowdown : Math.min(1 / slowest, 2 / shareAt(state, nowMs)),
    slowUntilMs: isHeld ? state.slowUntilMs : nowMs + holdMs,
  }
}
