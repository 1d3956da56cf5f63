import { randomBytes } from 'node:crypto'
import { consentPage } from '../pages/consent.ts'
import { html, messagePage } from '../pages/page.ts'
import { pickPage } from '../pages/pick.ts'
import type { Client, Code } from '../state.ts'
import type { World } from '../world.ts'
import { findClient, isRegistered } from './clients.ts'

/** Longer than anybody needs, yet short: the vendor states no lifetime (goto-api.md 3.1). */
const codeSeconds = 300

type Ask = { client: Client; redirectUri: string; scopes: string[]; challenge: Code['challenge'] }

/**
 * `/oauth/authorize` (goto-api.md 3.1): pick a person, then allow. `form` holds the choice on the last page. An unknown
 * client or address gets its answer here and is never redirected to; everything else goes back to the client as in RFC
 * 6749.
 */
export function answerAuthorize(world: World, query: URLSearchParams, form: URLSearchParams | null): Response {
  const asked = readAsk(world, query)
  if (asked instanceof Response) return asked
  const email = form?.get('person') ?? query.get('person')
  if (email === null) return pickPage(world, query)
  const person = world.organizers.findByEmail(email)
  if (!person) return messagePage(404, 'No such person', `Nobody with the e-mail ${email} has GoTo here.`)
  const decision = form?.get('decision')
  if (decision === 'deny') {
    return back(asked.redirectUri, query, { error: 'access_denied', error_description: 'the user denied access' })
  }
  if (decision !== 'allow') return consentPage(asked.client.id, person, asked.scopes, query)
  dropOldCodes(world)
  const code = randomBytes(32).toString('base64url')
  world.state.codes.set(code, {
    grant: { id: code, clientId: asked.client.id, organizerKey: person.key, scopes: asked.scopes },
    redirectUri: query.get('redirect_uri'),
    challenge: asked.challenge,
    expiresAt: world.state.now() + codeSeconds * 1_000,
  })
  return back(asked.redirectUri, query, { code })
}

/** Used codes stay as long as the others, so that a second use is noticed. */
function dropOldCodes({ state }: World): void {
  for (const [code, { expiresAt }] of [...state.codes.entries()]) if (expiresAt <= state.now()) state.codes.delete(code)
}

function readAsk(world: World, query: URLSearchParams): Ask | Response {
  const client = findClient(world.state, query.get('client_id') ?? '')
  if (!client) return Response.json({ error: 'invalid_client', error_description: 'client not found' }, { status: 401 })
  const fixed = client.redirects.find((uri) => !uri.includes('*'))
  const redirectUri = query.get('redirect_uri') ?? fixed
  if (redirectUri === undefined || !isRegistered(client, redirectUri)) {
    return messagePage(400, 'This address is not registered', 'The redirect_uri is not registered with the client.')
  }
  if (query.get('response_type') !== 'code') return back(redirectUri, query, { error: 'unsupported_response_type' })
  const scopes = query.get('scope')?.split(' ').filter(Boolean) ?? client.scopes
  if (!scopes.every((scope) => client.scopes.includes(scope)))
    return back(redirectUri, query, { error: 'invalid_scope' })
  const challenge = query.get('code_challenge')
  // Left out, it means "plain" (RFC 7636), which GoTo does not support either (goto-api.md 17.1).
  if (challenge !== null && query.get('code_challenge_method') !== 'S256') {
    return back(redirectUri, query, {
      error: 'invalid_request',
      error_description: 'code_challenge_method must be S256',
    })
  }
  return { client, redirectUri, scopes, challenge }
}

function back(redirectUri: string, query: URLSearchParams, answer: Record<string, string>): Response {
  const url = new URL(redirectUri)
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value)
  const state = query.get('state')
  if (state !== null) url.searchParams.set('state', state)
  return html('', { status: 302, headers: { location: url.href } })
}
