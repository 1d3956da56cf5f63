import { AppError, toAppError } from '#lib/errors.ts'
import { attempt, type Prepared, prepare } from './attempt.ts'
import { type Breaker, breakerFor } from './breaker.ts'
import { type Budget, requestBudget } from './budget.ts'
import type { Lane } from './budget-rule.ts'
import { type AnswerOf, type GotoArguments, type GotoCallName, gotoCalls } from './contract/calls.ts'
import type { GotoApi } from './contract/record.ts'
import { type GotoFailure, gotoError } from './errors.ts'
import type { Answered } from './judge.ts'
import { backoffMs, retryAfterSeconds } from './retry.ts'
import { sentences } from './sentences.ts'
import { realTiming, type Timing } from './timing.ts'

export type GotoClient = {
  /**
   * Calls GoTo and returns our internal shape.
   * @throws AppError: `not_found`, `forbidden`, `conflict`, `invalid`, `not_connected`, `rate_limited`,
   * `upstream_unavailable`, `upstream_rejected`.
   */
  call<N extends GotoClientCall>(name: N, ...given: Given<N>): Promise<AnswerOf<N>>
}

export type GotoClientCall = GotoCallName<'meetings' | 'admin' | 'identity'>

type Given<N extends GotoClientCall> =
  object extends GotoArguments<N> ? [given?: GotoArguments<N>] : [given: GotoArguments<N>]

export type GotoClientOptions = {
  accessToken: () => Promise<string>
  /** Refreshes the token GoTo has just rejected and returns the new one. Without it, a bad token is `not_connected`. */
  onInvalidToken?: () => Promise<string>
  lane: Lane
  /** Runs before every attempt, after whatever the call waits for. What it throws ends the call. */
  beforeEach?: () => Promise<void>
  /** Credentials class: clients of one class share a circuit breaker per API. */
  credentials?: string
  timing?: Timing
  budget?: (api: Exclude<GotoApi, 'oauth'>) => Budget
}

/**
 * A person waits for interactive calls; a job can wait, but not forever. All attempts together end within `totalMs`.
 */
const limits = {
  interactive: { totalMs: 5_000, attemptMs: 5_000, slotMs: 3_000, attempts: 2, firstBackoffMs: 200 },
  background: { totalMs: 120_000, attemptMs: 30_000, slotMs: 60_000, attempts: 3, firstBackoffMs: 1_000 },
} as const

const longestPauseMs = 60_000

export function gotoClient(options: GotoClientOptions): GotoClient {
  return {
    async call(name, ...[given]) {
      const prepared = prepareOrThrow(name, given ?? {})
      return run(name, prepared, options)
    },
  }
}

async function run<N extends GotoClientCall>(
  name: N,
  prepared: Prepared,
  options: GotoClientOptions,
): Promise<AnswerOf<N>> {
  const { lane, timing = realTiming, budget = requestBudget } = options
  const { api } = gotoCalls[name]
  const limit = limits[lane]
  const breaker = breakerFor(`${api} ${options.credentials ?? lane}`, timing)
  let token = await options.accessToken()
  let endsAtMs = timing.nowMs() + limit.totalMs
  let isTokenNew = false
  let isUncertain = false

  try {
    for (let nth = 1; ; nth += 1) {
      await admit(name, breaker, budget(api), options, Math.min(limit.slotMs, endsAtMs - timing.nowMs()))
      const deadlineMs = Math.max(1, Math.min(limit.attemptMs, endsAtMs - timing.nowMs()))
      const result = await attempt(name, prepared, `Bearer ${token}`, deadlineMs, timing)
      reportHealth(name, breaker, result)
      if (result.kind === 'answered') return result.answer

      if (result.kind === 'bad token' && options.onInvalidToken && !isTokenNew) {
        // GoTo refused before doing anything, so any call may be repeated, but only once.
        token = await options.onInvalidToken()
        isTokenNew = true
        endsAtMs = timing.nowMs() + limit.totalMs
        nth -= 1
        continue
      }
      if (isUncertain && isGoneAlready(name, result)) return undefined as AnswerOf<N>
      if (isTooMany(result)) await budget(api).slowDown(Math.min(pauseAsked(result) ?? 0, longestPauseMs))

      const pauseMs = pauseBeforeNext(name, result, nth, limit, timing)
      const hasTime = pauseMs !== null && timing.nowMs() + pauseMs < endsAtMs
      if (!hasTime || nth >= limit.attempts || !breaker.mayRepeat()) throw failed(name, result)
      isUncertain ||= result.kind === 'unreachable' || result.kind === 'too slow' || isServerError(result)
      await timing.sleep(pauseMs)
    }
  } catch (thrown) {
    // However it ended: refused, out of slots, or with a token that cannot be refreshed.
    throw afterAll(name, thrown, isUncertain)
  }
}

/** Waits for a budget slot, unless the API is known to be down. */
async function admit(
  name: GotoCallName,
  breaker: Breaker,
  budget: Budget,
  { lane, beforeEach }: GotoClientOptions,
  maxWaitMs: number,
): Promise<void> {
  const restMs = breaker.admit()
  if (restMs > 0) throw gotoError(name, { kind: 'resting', restMs })
  try {
    await budget.acquire(lane, maxWaitMs)
    await beforeEach?.()
  } catch (error) {
    breaker.abandoned()
    throw error
  }
}

/** Milliseconds until a retry, or `null` for none: only what is safe and temporary is retried. */
function pauseBeforeNext(
  name: GotoCallName,
  failure: GotoFailure,
  nth: number,
  { firstBackoffMs }: (typeof limits)[Lane],
  timing: Timing,
): number | null {
  if (gotoCalls[name].replay !== 'safe') return null
  const isTemporary =
    failure.kind === 'unreachable' || failure.kind === 'too slow' || isTooMany(failure) || isGatewayError(failure)
  if (!isTemporary) return null
  const asked = pauseAsked(failure)
  if (asked !== null) return asked + timing.random() * 250
  return backoffMs(nth, timing.random(), isTooMany(failure) ? 1_000 : firstBackoffMs)
}

function pauseAsked(failure: GotoFailure): number | null {
  const seconds = failure.kind === 'refused' ? retryAfterSeconds(failure.retryAfter) : null
  return seconds === null ? null : seconds * 1000
}

function reportHealth(name: GotoCallName, breaker: Breaker, result: Answered<GotoCallName> | GotoFailure): void {
  const documented: readonly number[] = gotoCalls[name].statuses
  if (result.kind === 'unreachable' || result.kind === 'too slow') breaker.failed()
  else if (isServerError(result) && 'status' in result && !documented.includes(result.status)) breaker.failed()
  else if (result.kind === 'unreadable' || isTooMany(result)) breaker.abandoned()
  else breaker.succeeded()
}

/** A repeated deletion that finds nothing: the first one arrived. */
function isGoneAlready(name: GotoCallName, result: GotoFailure): boolean {
  return gotoCalls[name].method === 'DELETE' && result.kind === 'refused' && result.status === 404
}

function isTooMany(result: { kind: string; status?: number }): boolean {
  return result.kind === 'refused' && result.status === 429
}

function isServerError(result: { kind: string; status?: number }): boolean {
  return (result.kind === 'refused' || result.kind === 'unreadable') && (result.status ?? 0) >= 500
}

/** 502, 503 and 504 describe the moment; a 500 describes the request and would only fail again. */
function isGatewayError(result: GotoFailure): boolean {
  return isServerError(result) && 'status' in result && [502, 503, 504].includes(result.status)
}

/** With a fresh token, the Admin API's 401 means that the client has no Admin Center scope (goto-api.md 3.4, 10). */
function failed(name: GotoCallName, failure: GotoFailure): AppError {
  if (failure.kind === 'bad token' && failure.facts.code === 'not.authenticated') {
    return gotoError(name, { ...failure, kind: 'refused', retryAfter: null })
  }
  return gotoError(name, failure)
}

/** A refused last try says nothing about an earlier one, which may have arrived. */
function afterAll(name: GotoCallName, thrown: unknown, isUncertain: boolean): unknown {
  if (!isUncertain || gotoCalls[name].method === 'GET') return thrown
  const { code, cause, retryAfterSeconds } = toAppError(thrown)
  const wait = retryAfterSeconds === undefined ? {} : { retryAfterSeconds }
  return new AppError(code, sentences.mayHaveChanged, { cause, ...wait, isUncertain: true })
}

function prepareOrThrow(name: GotoClientCall, given: object): Prepared {
  try {
    return prepare(name, given)
  } catch (cause) {
    throw new AppError('internal', sentences.wrongRequest, { cause })
  }
}
