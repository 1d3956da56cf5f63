import { AppError, type ErrorCode } from '#lib/errors.ts'
import { type GotoCallName, gotoCalls } from './contract/calls.ts'
import type { GotoErrorFacts } from './contract/error-bodies.ts'
import { retryAfterSeconds } from './retry.ts'
import { sentences } from './sentences.ts'

/** How one attempt failed. */
export type GotoFailure =
  /** `sent` is false when not even the connection could be made. */
  | { kind: 'unreachable'; sent: boolean; thrown: unknown }
  | { kind: 'too slow' }
  | { kind: 'unreadable'; status: number; why: string }
  | { kind: 'refused'; status: number; facts: GotoErrorFacts; retryAfter: string | null }
  /** Not sent: the API has failed so often that it gets a rest. */
  | { kind: 'resting'; restMs: number }
  | { kind: 'bad token'; status: number; facts: GotoErrorFacts }

/** The error for people and for the log. Of an answer's body only the error code gets into either. */
export function gotoError(name: GotoCallName, failure: GotoFailure): AppError {
  const cause = new Error(`GoTo ${name}: ${describe(failure)}`)
  const code = codeOf(name, failure)
  const options = { cause, ...waitOf(code, failure), isUncertain: mayHaveHappened(name, failure) }
  return new AppError(code, sentenceOf(name, code, failure), options)
}

/** What GoTo answers when it did nothing. */
const refusals = [400, 401, 403, 404, 409, 429]

/** For a call that must not be sent twice: whether the failed one may have arrived all the same. */
function mayHaveHappened(name: GotoCallName, failure: GotoFailure): boolean {
  if (gotoCalls[name].replay !== 'never') return false
  switch (failure.kind) {
    case 'too slow':
    case 'unreadable':
      return true
    case 'unreachable':
      return failure.sent
    case 'refused':
      // GoTo did not say this: something in between did, and before or after GoTo heard of it.
      return failure.status >= 500 || !refusals.includes(failure.status)
    case 'resting':
    case 'bad token':
      return false
  }
}

/** GoTo's delay where it gave one; otherwise one that spares it. */
function waitOf(code: ErrorCode, failure: GotoFailure): { retryAfterSeconds?: number } {
  if (failure.kind === 'resting') return { retryAfterSeconds: Math.max(1, Math.ceil(failure.restMs / 1000)) }
  if (code === 'upstream_unavailable') return { retryAfterSeconds: 5 }
  if (code !== 'rate_limited' || failure.kind !== 'refused') return {}
  return { retryAfterSeconds: retryAfterSeconds(failure.retryAfter) ?? 1 }
}

function codeOf(name: GotoCallName, failure: GotoFailure): ErrorCode {
  switch (failure.kind) {
    case 'unreachable':
    case 'too slow':
    case 'resting':
      return 'upstream_unavailable'
    case 'unreadable':
      return failure.status >= 500 ? 'upstream_unavailable' : 'upstream_rejected'
    case 'bad token':
      return 'not_connected'
    case 'refused':
      return codeOfStatus(name, failure.status)
  }
}

function codeOfStatus(name: GotoCallName, status: number): ErrorCode {
  const documented: readonly number[] = gotoCalls[name].statuses
  if (status >= 500) return 'upstream_unavailable'
  switch (status) {
    case 400:
      return documented.includes(400) ? 'invalid' : 'upstream_rejected'
    case 401:
    case 403:
      return 'forbidden'
    case 404:
      return 'not_found'
    case 409:
      return 'conflict'
    case 429:
      return 'rate_limited'
    default:
      return 'upstream_rejected'
  }
}

function sentenceOf(name: GotoCallName, code: ErrorCode, failure: GotoFailure): string {
  const thing = thingOf(name)
  const isRead = gotoCalls[name].method === 'GET'
  switch (code) {
    case 'upstream_unavailable':
      if (isRead) return sentences.notAnswering
      if (failure.kind === 'resting' || (failure.kind === 'unreachable' && !failure.sent)) {
        return sentences.notReached
      }
      return gotoCalls[name].replay === 'safe' ? sentences.mayHaveChanged : sentences.mayExist(thing)
    case 'not_connected':
      return sentences.connectionRefused
    case 'forbidden':
      return sentences.notAllowed
    case 'not_found':
      return sentences.notThere(thing)
    case 'conflict':
      return sentences.alreadyThere(thing)
    case 'invalid':
      return sentences.notAccepted(thing)
    case 'rate_limited':
      return sentences.tooMany
    default:
      return mayHaveHappened(name, failure) ? sentences.mayExistUnread(thing) : sentences.unreadable
  }
}

function thingOf(name: GotoCallName): string {
  const { path } = gotoCalls[name]
  if (path.includes('/sessions')) return 'session'
  if (path.startsWith('/meetings')) return 'meeting'
  if (/upcoming|historical|attendees|\/meetings/i.test(path)) return 'meeting'
  if (path.includes('organizers')) return 'organizer'
  if (path.startsWith('/groups')) return 'group'
  return 'account'
}

function describe(failure: GotoFailure): string {
  switch (failure.kind) {
    case 'unreachable':
      return `${failure.sent ? 'connection lost' : 'not reachable'} (${networkCode(failure.thrown)})`
    case 'too slow':
      return 'no answer by the deadline'
    case 'resting':
      return `not sent, resting for ${Math.round(failure.restMs)} ms after failures`
    case 'unreadable':
      return `status ${failure.status}, ${failure.why}`
    case 'bad token':
    case 'refused':
      return `status ${failure.status}, ${nameOf(failure.facts.code)}`
  }
}

function networkCode(thrown: unknown): string {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if ('code' in error && typeof error.code === 'string') return error.code
  }
  return thrown instanceof Error ? thrown.name : 'unknown'
}

/** The vendor's sentence is left out: it may quote addresses and tokens. So is its code unless it is a plain name. */
function nameOf(code: string | null): string {
  return code !== null && /^[A-Za-z][A-Za-z_.]{0,39}$/.test(code) ? code : 'no recognizable code'
}
