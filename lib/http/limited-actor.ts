import type { UserActor } from '#lib/auth/actor.ts'
import { actorOfToken, isUnknownSession, sessionToken } from '#lib/auth/session.ts'
import { giveBack, limitRequests, type RequestFacts } from './limit-requests.ts'

type Sender = { cookie: string | null | undefined; address: string }

/**
 * Who sent a request, which counts against them, or against their address if they are nobody, also where a session is
 * over. A session this process hasn't seen may be made up: while it is looked up, the query counts against the address.
 * @throws AppError `rate_limited`
 */
export async function limitedActor(
  { cookie, address }: Sender,
  facts: { person: RequestFacts; stranger: RequestFacts },
): Promise<UserActor | null> {
  const token = sessionToken(cookie)
  const actor = token === null ? null : await lookUp(token, address)
  if (actor) limitRequests(actor, '', facts.person)
  else limitRequests(null, address, facts.stranger)
  return actor
}

async function lookUp(token: string, address: string): Promise<UserActor | null> {
  if (!isUnknownSession(token)) return actorOfToken(token)
  limitRequests(null, address, { method: 'GET' })
  try {
    return await actorOfToken(token)
  } finally {
    giveBack(address)
  }
}
