import type { IncomingMessage } from 'node:http'
import { returnAddress } from '#lib/auth/return-address.ts'
import { sessionToken } from '#lib/auth/session.ts'
import { toAppError } from '#lib/errors.ts'
import { addressHeader, publicAddress } from './inbound.ts'
import { limitedActor } from './limited-actor.ts'

/** An answer from memory against one that is worked out, for an address that asks for many. */
const fromMemory = 0.25
/** A document that Next renders costs as much as dozens of answers of the API. */
const rendered = 2

/**
 * What a request for a document gets instead of it: strangers are sent to sign in, signed-in people onwards from there.
 * null: the document itself. Nothing is rendered for strangers, and whoever asks counts, as in the API. `isInMemory`: it
 * costs next to nothing. @throws AppError `rate_limited`
 */
export async function answerAtGate(
  request: IncomingMessage,
  path: string,
  isInMemory: boolean,
): Promise<string | null> {
  const isSignIn = path === '/sign-in'
  const sender = { cookie: request.headers.cookie, address: String(request.headers[addressHeader] ?? '') }
  const person = { method: 'GET', cost: isInMemory ? 0 : rendered }
  const stranger = { method: 'GET', cost: fromMemory }
  const actor = await limitedActor(sender, { person, stranger }).catch((thrown: unknown) => {
    // Without the database nobody can tell: the page itself says what is wrong.
    if (toAppError(thrown).code === 'upstream_unavailable') return undefined
    throw thrown
  })
  if (actor === undefined) return null
  if (isSignIn) return actor ? onwards(request) : null
  return actor ? null : signInAddress(request, sessionToken(sender.cookie) === null ? {} : { ended: '1' })
}

/** Where a stranger signs in, to come back to what was asked for. */
function signInAddress(request: IncomingMessage, more: Record<string, string> = {}): string {
  const asked = askedFor(request)
  const from = asked.pathname + asked.search
  const search = new URLSearchParams({ ...(from === '/' ? {} : { from }), ...more })
  return `/sign-in${search.size > 0 ? `?${search}` : ''}`
}

/** Somebody who is signed in already, perhaps in another tab; but what went wrong has to be read here. */
function onwards(request: IncomingMessage): string | null {
  const { searchParams } = askedFor(request)
  if (searchParams.has('error')) return null
  return returnAddress(searchParams.get('from') ?? '/', publicAddress().appUrl)
}

function askedFor(request: IncomingMessage): URL {
  const asked = new URL(request.url ?? '/', publicAddress().appUrl)
  // Next's own, when it asks for the data of a page.
  asked.searchParams.delete('_rsc')
  return asked
}
