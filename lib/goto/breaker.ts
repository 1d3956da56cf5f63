import type { Timing } from './timing.ts'

/**
 * Decides what may be sent to one API with one class of credentials while that API fails. In a total outage the
 * calls sent stay within 1.1 of the calls asked for: after five failures in a row only one probe at a time is sent,
 * at growing intervals, and a retry must have been earned by earlier successes.
 */
export type Breaker = {
  /** Milliseconds to wait before anything may be sent; after 0 the caller must report how it went. */
  admit(): number
  /** Whether one more attempt of a failed call may be made. Takes from the quota. */
  mayRepeat(): boolean
  succeeded(): void
  failed(): void
  /** The attempt says nothing about the API's health: it was abandoned before an answer could come. */
  abandoned(): void
}

const failuresToOpen = 5
const firstPauseMs = 1_000
const longestPauseMs = 30_000
const quota = { initial: 3, most: 10, perSuccess: 0.1 }

let known = new WeakMap<Timing, Map<string, Breaker>>()

/** The breaker of one API and one class of credentials, in this process. */
export function breakerFor(key: string, timing: Timing): Breaker {
  const breakers = known.get(timing) ?? new Map<string, Breaker>()
  known.set(timing, breakers)
  const breaker = breakers.get(key) ?? createBreaker(timing.nowMs)
  breakers.set(key, breaker)
  return breaker
}

/** For a new network: what was learned about the old one's health is void. */
export function forgetBreakers(): void {
  known = new WeakMap()
}

export function createBreaker(nowMs: () => number): Breaker {
  let failuresInRow = 0
  let pauseMs = 0
  let openUntilMs = 0
  let isProbing = false
  let repetitions = quota.initial

  return {
    admit() {
      if (pauseMs === 0) return 0
      const remainingMs = openUntilMs - nowMs()
      if (remainingMs > 0) return remainingMs
      // Half open: one probe finds out whether it is over; everybody else waits.
      if (isProbing) return firstPauseMs
      isProbing = true
      return 0
    },
    mayRepeat() {
      if (pauseMs > 0 || repetitions < 1) return false
      repetitions -= 1
      return true
    },
    succeeded() {
      failuresInRow = 0
      pauseMs = 0
      isProbing = false
      repetitions = Math.min(quota.most, repetitions + quota.perSuccess)
    },
    failed() {
      failuresInRow += 1
      if (pauseMs === 0 && failuresInRow < failuresToOpen) return
      // Calls in flight when it opened fail late; they must not put off the probe.
      if (pauseMs > 0 && !isProbing) return
      pauseMs = Math.min(longestPauseMs, Math.max(firstPauseMs, pauseMs * 2))
      openUntilMs = nowMs() + pauseMs
      isProbing = false
    },
    abandoned() {
      isProbing = false
    },
  }
}
