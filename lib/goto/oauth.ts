import { env } from '#lib/env.ts'
import { AppError, toAppError } from '#lib/errors.ts'
import { log } from '#lib/log.ts'
import { attempt, prepare } from './attempt.ts'
import type { AnswerOf, BodyOf } from './contract/calls.ts'
import { type GotoFailure, gotoError } from './errors.ts'
import { sentences } from './sentences.ts'
import { realTiming, type Timing } from './timing.ts'

export type GotoToken = AnswerOf<'requestToken'>

/** `refused`: the code, refresh token or personal token is no longer any good. A failure to ask is thrown instead. */
export type TokenResult = { kind: 'granted'; token: GotoToken } | { kind: 'refused'; why: 'invalid_grant' }

export type TokenOptions = { deadlineMs?: number; timing?: Timing }

/** Patient: the endpoint may be slow, and the outcome of an abandoned refresh is unknown. */
const tokenDeadlineMs = 45_000
/** Somebody is waiting who has nothing to gain from it. */
const revokeDeadlineMs = 4_000

/** Exchanges a code, which works once. `redirectUri` must be the one in the authorize address (goto-api.md 3.1). */
export function exchangeCode(
  { code, redirectUri, codeVerifier }: { code: string; redirectUri?: string; codeVerifier?: string },
  options: TokenOptions = {},
): Promise<TokenResult> {
  const body = {
    grant_type: 'authorization_code' as const,
    code,
    ...(redirectUri !== undefined && { redirect_uri: redirectUri }),
    ...(codeVerifier !== undefined && { code_verifier: codeVerifier }),
  }
  return requestToken(body, options)
}

/**
 * Renews a grant. Usually no refresh token comes back: the old one then stays valid and must be kept (goto-api.md 3.5).
 */
export function refreshToken(refresh: string, options: TokenOptions = {}): Promise<TokenResult> {
  return requestToken({ grant_type: 'refresh_token', refresh_token: refresh }, options)
}

/** Exchanges `GOTO_PAT` for a token (goto-api.md 3.2). */
export function exchangePersonalToken(pat: string, options: TokenOptions = {}): Promise<TokenResult> {
  return requestToken({ grant_type: 'personal_access_token', pat }, options)
}

/**
 * Revokes a token at GoTo (goto-api.md 17.1); with a refresh token, the grant it belongs to. Nobody waits long for it
 * and nothing depends on it: it never throws. @returns whether GoTo did it
 */
export async function revokeToken(
  token: string,
  kind: 'access_token' | 'refresh_token',
  { deadlineMs = revokeDeadlineMs, timing = realTiming }: TokenOptions = {},
): Promise<boolean> {
  try {
    const prepared = prepare('revokeToken', { body: { token, token_type_hint: kind } })
    const result = await attempt('revokeToken', prepared, basicCredentials(), deadlineMs, timing)
    if (result.kind === 'answered') return true
    throw gotoError('revokeToken', result)
  } catch (thrown) {
    const { code, cause } = toAppError(thrown)
    log.warn({ code, err: cause, kind }, 'a token was not revoked at GoTo; it will expire there')
    return false
  }
}

/** Never sent twice: a code works once, and so may a refresh token. @throws AppError when GoTo could not be reached. */
async function requestToken(
  body: BodyOf<'requestToken'>,
  { deadlineMs = tokenDeadlineMs, timing = realTiming }: TokenOptions,
): Promise<TokenResult> {
  const prepared = prepare('requestToken', { body })
  const result = await attempt('requestToken', prepared, basicCredentials(), deadlineMs, timing)
  if (result.kind === 'answered') return { kind: 'granted', token: result.answer }
  if (isInvalidGrant(result)) return { kind: 'refused', why: 'invalid_grant' }
  throw isOurFault(result) ? wrongClient(result) : gotoError('requestToken', result)
}

/** By code, not by status: 400, 401 and 403 were all seen or expected (goto-api.md 3.7, 13). */
function isInvalidGrant(failure: GotoFailure): boolean {
  if (failure.kind !== 'refused' || failure.status >= 500) return false
  const { code, message } = failure.facts
  return code === 'invalid_grant' || message === 'error.auth.code.invalid.jwt'
}

function isOurFault(failure: GotoFailure): boolean {
  return failure.kind === 'refused' && failure.status < 500 && failure.status !== 429
}

function wrongClient(failure: GotoFailure): AppError {
  const { cause } = gotoError('requestToken', failure)
  return new AppError('upstream_rejected', sentences.clientRefused, { cause })
}

function basicCredentials(): string {
  const { gotoClientId, gotoClientSecret } = env()
  if (gotoClientId === null || gotoClientSecret === null) {
    throw new AppError('not_connected', sentences.noClient)
  }
  return `Basic ${Buffer.from(`${gotoClientId}:${gotoClientSecret}`).toString('base64')}`
}
