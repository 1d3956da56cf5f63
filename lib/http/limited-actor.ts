import { recordDenial } from '#lib/audit/record-denial.ts'
import type { TokenActor, UserActor } from '#lib/auth/actor.ts'
import { actorOfToken, isUnknownSession, sessionToken } from '#lib/auth/session.ts'
import { AppError } from '#lib/errors.ts'
import { noteUse } from '#lib/tokens/note-use.ts'
import { isUnknownToken, readToken } from '#lib/tokens/read-token.ts'
import { giveBack, limitRequests, type RequestFacts } from './limit-requests.ts'

type Sender = { cookie: string | null | undefined; address: string }
type Facts = { person: RequestFacts; stranger: RequestFacts }

/**
 * Who sent a request, which counts against them, or against their address if they are nobody, also where a session is
 * over. A session this process hasn't seen may be made up: while it is looked up, the query counts against the address.
 * @throws AppError `rate_limited`
 */
export async function limitedActor({ cookie, address }: Sender, facts: Facts): Promise<UserActor | null> {
  const token = sessionToken(cookie)
  const actor = token && (await counted(isUnknownSession(token), address, () => actorOfToken(token)))
  if (actor) limitRequests(actor, '', facts.person)
  else limitRequests(null, address, facts.stranger)
  return actor || null
}

/**
 * The same for a request that names an API token: it is that token's or nobody's, whatever cookie comes with it.
 * @throws AppError `rate_limited`; `unauthenticated` with what is wrong with the token
 */
export async function limitedTokenActor(
  { bearer, address }: { bearer: string; address: string },
  facts: Facts,
): Promise<TokenActor> {
  const reading = await counted(isUnknownToken(bearer), address, () => readToken(bearer))
  if ('refusal' in reading) {
    limitRequests(null, address, facts.stranger)
    if (reading.known) await recordRefusal(reading.known)
    throw new AppError('unauthenticated', reading.refusal, { challenge: 'error="invalid_token"' })
  }
  limitRequests(reading.actor, '', facts.person)
  noteUse(reading.actor)
  return reading.actor
}

/** The token of an `Authorization` header, if it names one: other schemes belong to whatever stands in front of Foyer. */
export function bearerOf(authorization: string | null | undefined): string | null {
  const [scheme = '', token = ''] = (authorization ?? '').trim().split(/\s+(.*)/s)
  return scheme.toLowerCase() === 'bearer' ? token : null
}

/** One that was ended and is still being used: by a program that was forgotten, or by somebody who found it. */
function recordRefusal({ tokenId, because }: { tokenId: string; because: string }): Promise<void> {
  return recordDenial({ kind: 'token', tokenId }, 'token.use', { door: because, details: { because } })
}

async function counted<T>(isGuess: boolean, address: string, lookUp: () => Promise<T>): Promise<T> {
  if (!isGuess) return lookUp()
  limitRequests(null, address, { method: 'GET' })
  try {
    return await lookUp()
  } finally {
    giveBack(address)
  }
}
