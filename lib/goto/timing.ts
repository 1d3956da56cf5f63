import { setTimeout as delay } from 'node:timers/promises'

/**
 * Real time, for deadlines, waits and the request budget. They measure waiting, so they never follow `clock.ts`;
 * tests pass in their own and wait for nothing.
 */
export type Timing = {
  /** Monotonic milliseconds. */
  nowMs(): number
  /** Resolves after `ms`; rejects if `signal` is aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** A signal that aborts after `ms`. `stop` cancels the timer once it is not needed. */
  deadline(ms: number): { signal: AbortSignal; stop(): void }
  /** From 0 to below 1, for jitter. */
  random(): number
}

export const realTiming: Timing = {
  nowMs: () => performance.now(),
  sleep: async (ms, signal) => {
    await delay(ms, undefined, signal ? { signal } : {})
  },
  deadline: (ms) => {
    const controller = new AbortController()
    const timer = setTimeout(() => controller.abort(), ms)
    return { signal: controller.signal, stop: () => clearTimeout(timer) }
  },
  random: Math.random,
}
