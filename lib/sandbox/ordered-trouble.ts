import { type GotoCallName, gotoCalls } from '#lib/goto/contract/calls.ts'
import type { Fault } from './faults.ts'
import { messagePage } from './pages/page.ts'
import { bearerChallenge, invalidToken, type Refusal, refuse, refuseAdmin, refuseOauth } from './refusals.ts'

/** Nothing answers there, so that a client following a redirect with its token is found out. */
const elsewhere = 'https://elsewhere.example/sign-in'

type AnswerFault = Fault & { answer: Exclude<Fault['answer'], 'hang' | 'cut' | 'truncate'> }

/** The answer for an ordered fault that has one. The call itself is not made. */
export function troubleOf({ answer, retryAfterSeconds }: AnswerFault, name: GotoCallName): Response {
  const later: Record<string, string> = retryAfterSeconds === undefined ? {} : { 'retry-after': `${retryAfterSeconds}` }
  switch (answer) {
    case 'html':
      return messagePage(200, 'We are improving things', 'Please come back in a few minutes.')
    case 'empty':
      return new Response('', { status: 200, headers: { 'content-type': 'application/json' } })
    case 302:
      return new Response(null, { status: 302, headers: { location: elsewhere } })
    case 401:
      return refused(unauthorized(name))
    case 403:
      return refused(invalidToken())
    case 409:
      return refused(refuse(409, 'conflict', 'The request conflicts with the present state', later))
    case 429:
      return refused(refuse(429, 'tooMany', 'Too many requests', later))
    case 500:
      return refused(refuse(500, 'broken', 'Internal error', later))
    case 503:
      return refused(refuse(503, 'unavailable', 'Service unavailable', later))
  }
}

export function refused({ status, body, headers }: Refusal): Response {
  return body === null ? new Response(null, { status, headers }) : Response.json(body, { status, headers })
}

/** Each API has its own words for it; the product says 403, and its 401 is not recorded (goto-api.md 4.2). */
function unauthorized(name: GotoCallName): Refusal {
  switch (gotoCalls[name].api) {
    case 'admin':
      return refuseAdmin(401, 'not.authenticated')
    case 'identity':
      return bearerChallenge()
    case 'oauth':
      return refuseOauth(401, 'invalid_client', 'client not found')
    case 'meetings':
      return refuse(401, 'unauthorized', 'Unauthorized')
  }
}
