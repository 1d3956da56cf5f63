import type { GotoErrorBody } from '#lib/goto/contract/error-bodies.ts'

type Body =
  | GotoErrorBody<'product'>
  | GotoErrorBody<'legacy'>
  | GotoErrorBody<'resource'>
  | GotoErrorBody<'edge'>
  | GotoErrorBody<'admin'>
  | GotoErrorBody<'oauth'>

/** A refusal that becomes the answer. Without a vendor body it is one of ours: a sentence. */
export class Refusal extends Error {
  readonly status: number
  readonly body: Body | { message: string } | null
  readonly headers: Record<string, string>

  constructor(status: number, message: string, body?: Body | null, headers: Record<string, string> = {}) {
    super(message)
    this.status = status
    this.body = body === undefined ? { message } : body
    this.headers = headers
  }
}

/** Captured: status, code, text and header (goto-api.md 4.2). */
export function invalidToken(): Refusal {
  const body = { int_err_code: 'InvalidToken', msg: 'Invalid token passed' }
  return new Refusal(403, body.msg, body, { 'x-amzn-errortype': 'UnauthorizedException' })
}

/** Captured: a body that is not JSON, when creating a meeting (goto-api.md 4.2). */
export function notJson(resource: string): Refusal {
  return new Refusal(400, 'invalid json', { error: { resource: `/rest${resource}`, message: 'invalid json' } })
}

/**
 * Captured: what the edge says about an address that belongs to no API (goto-api.md 17.11). The sentence is our
 * assumption.
 */
export function unknownAddress(): Refusal {
  const body = { errorCode: 'NOT_FOUND' as const, message: 'The requested resource does not exist' }
  return new Refusal(404, body.message, body)
}

/**
 * Only the shape and status of these are known. Every code is our assumption: the vendor publishes no list of codes
 * (goto-api.md 4.2, 14.1); `RateLimitExceeded` is borrowed from the older provisioning API's catalogue.
 */
export const assumedCodes = {
  forbidden: 'AccessDenied',
  suspended: 'OrganizerSuspended',
  invalid: 'InvalidRequest',
  groupTooLarge: 'GroupTooLarge',
  noMeeting: 'MeetingNotFound',
  noOrganizer: 'OrganizerNotFound',
  noSession: 'SessionNotFound',
  noGroup: 'GroupNotFound',
  emailTaken: 'OrganizerAlreadyExists',
  noEndpoint: 'ResourceNotFound',
  unauthorized: 'Unauthorized',
  conflict: 'Conflict',
  tooMany: 'RateLimitExceeded',
  broken: 'InternalError',
  unavailable: 'ServiceUnavailable',
} as const

export function refuse(
  status: number,
  code: keyof typeof assumedCodes,
  msg: string,
  headers?: Record<string, string>,
): Refusal {
  return new Refusal(status, msg, { int_err_code: assumedCodes[code], msg }, headers)
}

/** The second shape clients get when creating a meeting (goto-api.md 4.2). The code is our assumption. */
export function refuseLegacy(message: string): Refusal {
  return new Refusal(400, message, { err: assumedCodes.invalid, message })
}

/** Admin API (goto-api.md 10). */
export function refuseAdmin(
  status: number,
  code: 'not.authenticated' | 'user.not.found' | 'group.not.found' | 'not.authorized',
): Refusal {
  return new Refusal(status, code, { incidentId: crypto.randomUUID(), errors: [{ code }] })
}

/** Identity API: nothing but a header (goto-api.md 4.2, 11). */
export function bearerChallenge(): Refusal {
  const challenge = 'Bearer error="invalid_token",error_description="The access token is missing or not valid"'
  return new Refusal(401, 'invalid token', null, { 'www-authenticate': challenge })
}

/** RFC 6749; the status of `invalid_grant` is not recorded anywhere (goto-api.md 3.7). */
export function refuseOauth(status: 400 | 401, error: string, description: string): Refusal {
  return new Refusal(status, description, { error, error_description: description })
}
