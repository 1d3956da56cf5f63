import { createHash } from 'node:crypto'
import { refuseOauth } from '../refusals.ts'
import type { Client } from '../state.ts'
import type { World } from '../world.ts'
import { allScopes } from './clients.ts'
import { endGrant, grantTokens, newGrantId, refreshTokens, type TokenAnswer } from './grants.ts'

/** Adam's personal access token; the vendor's are made in its developer centre (goto-api.md 3.2). */
export const demoPat = 'foyer-demo-pat'

/**
 * `POST /oauth/token` (goto-api.md 3.2, 3.3, 3.7). Which description goes with which refusal is mostly our assumption.
 */
export function answerToken(world: World, client: Client, form: URLSearchParams): TokenAnswer {
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
    // Captured (goto-api.md 17.2); which code goes with it is not.
    case 'client_credentials':
      throw refuseOauth(401, 'unauthorized_client', 'Unauthorized grant type')
    default:
      throw refuseOauth(400, 'unsupported_grant_type', 'grant_type is missing or not supported')
  }
}

function exchangeCode(world: World, client: Client, form: URLSearchParams): TokenAnswer {
  const { state } = world
  const given = form.get('code') ?? ''
  const code = state.codes.get(given)
  // A code used twice has been stolen, by one use or the other: RFC 6749 ends what it gave.
  const replayed = code?.usedFor ? state.grants.get(code.usedFor) : undefined
  if (replayed) endGrant(state, replayed)
  const isUnused = code !== undefined && code.usedFor === undefined
  const grantId = newGrantId()
  // Once, even if what follows is refused.
  if (isUnused) state.codes.set(given, { ...code, usedFor: grantId })
  const isGood = isUnused && code.grant.clientId === client.id && code.expiresAt > state.now()
  const organizer = isGood ? world.organizers.find(code.grant.organizerKey) : null
  if (!isGood || !organizer) throw refuseOauth(400, 'invalid_grant', 'error.auth.code.invalid.jwt')
  // If sent to the authorize page, it must be repeated exactly (goto-api.md 3.1).
  if (code.redirectUri !== null && code.redirectUri !== form.get('redirect_uri')) {
    throw refuseOauth(400, 'invalid_grant', 'redirect_uri differs from the one of the authorization request')
  }
  if (code.challenge && !isProof(code.challenge, form.get('code_verifier'))) {
    throw refuseOauth(400, 'invalid_grant', 'code_verifier does not fit the code_challenge')
  }
  return grantTokens(world, client, organizer, code.grant.scopes, grantId)
}

/** RFC 7636 with S256, which is all GoTo supports (goto-api.md 17.1). Checked only if it was sent. */
function isProof(challenge: string, verifier: string | null): boolean {
  return verifier !== null && challenge === createHash('sha256').update(verifier).digest('base64url')
}
