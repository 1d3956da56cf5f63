import { createHash } from 'node:crypto'
import { refuseOauth } from '../refusals.ts'
import type { Client, Code } from '../state.ts'
import type { World } from '../world.ts'
import { allScopes, findClient } from './clients.ts'
import { grantTokens, refreshTokens, type TokenAnswer } from './grants.ts'

/** Adam's personal access token; the vendor's are made in its developer centre (goto-api.md 3.2). */
export const demoPat = 'foyer-demo-pat'

/** `POST /oauth/token` (goto-api.md 3.2, 3.3, 3.7). Which descriptions belong to which refusal is mostly our assumption. */
export function answerToken(world: World, authorization: string | null, form: URLSearchParams): TokenAnswer {
  const client = readClient(world, authorization)
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return exchangeCode(world, client, form)
    case 'refresh_token': {
      const answer = refreshTokens(world, client, form.get('refresh_token') ?? '')
      if (!answer) throw refuseOauth(400, 'invalid_grant', 'refresh token is invalid or has expired')
      return answer
    }
    case 'personal_access_token': {
      const owner = form.get('pat') === demoPat ? world.organizers.findByEmail('adam@example.com') : null
      if (!owner) throw refuseOauth(400, 'invalid_grant', 'personal access token is invalid')
      return grantTokens(world, client, owner, allScopes)
    }
    // Refused to clients created recently, with this code (goto-api.md 3.2).
    case 'password':
      throw refuseOauth(401, 'invalid_client', 'the grant type is not enabled for this client')
    default:
      throw refuseOauth(400, 'unsupported_grant_type', 'grant_type is missing or not supported')
  }
}

/** The client authenticates with Basic and nothing else. An unknown one gets the text that was captured. */
function readClient(world: World, authorization: string | null): Client {
  const [, encoded = ''] = /^Basic\s+(\S+)$/i.exec(authorization ?? '') ?? []
  const text = Buffer.from(encoded, 'base64').toString()
  const colon = text.indexOf(':')
  const [id, secret] = [decode(text.slice(0, Math.max(0, colon))), decode(text.slice(colon + 1))]
  const client = findClient(world.state, id)
  if (!client) throw refuseOauth(401, 'invalid_client', 'client not found')
  if (client.secret !== secret) throw refuseOauth(401, 'invalid_client', 'client credentials are wrong')
  return client
}

function exchangeCode(world: World, client: Client, form: URLSearchParams): TokenAnswer {
  const { state } = world
  const given = form.get('code') ?? ''
  const code = state.codes.get(given)
  // Once, also when what follows is refused.
  if (code) state.codes.delete(given)
  const isGood = code && code.grant.clientId === client.id && code.expiresAt > state.now()
  const organizer = isGood ? world.organizers.find(code.grant.organizerKey) : null
  if (!isGood || !organizer) throw refuseOauth(400, 'invalid_grant', 'error.auth.code.invalid.jwt')
  // Sent to the authorize page, it must come again, identical (goto-api.md 3.1).
  if (code.redirectUri !== null && code.redirectUri !== form.get('redirect_uri')) {
    throw refuseOauth(400, 'invalid_grant', 'redirect_uri differs from the one of the authorization request')
  }
  if (code.challenge && !isProof(code.challenge, form.get('code_verifier'))) {
    throw refuseOauth(400, 'invalid_grant', 'code_verifier does not fit the code_challenge')
  }
  return grantTokens(world, client, organizer, code.grant.scopes)
}

/** RFC 7636. Nobody documents PKCE at GoTo (goto-api.md 14.7): it is checked when it was sent. */
function isProof({ value, method }: NonNullable<Code['challenge']>, verifier: string | null): boolean {
  if (verifier === null) return false
  return value === (method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url'))
}

/** RFC 6749 has both halves form-encoded before they are joined. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
