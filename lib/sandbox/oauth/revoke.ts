import { refuseOauth } from '../refusals.ts'
import type { Client, Grant } from '../state.ts'
import type { World } from '../world.ts'
import { endAccess, endGrant, readAccessToken, refreshGrant } from './grants.ts'

/**
 * `POST /oauth/revoke`: only the address is known (goto-api.md 17.1), the rest is RFC 7009. A refresh token ends its
 * whole grant; an access token only itself. A dead token gets the same answer.
 */
export function revoke(world: World, client: Client, form: URLSearchParams): void {
  const token = given(form)
  const { grants, accessTokens } = world.state
  const grant = refreshGrant(world, token)
  if (grant) endGrant(world.state, ours(grant, client))
  const access = accessTokens.get(token)
  const accessGrant = access && grants.get(access.grantId)
  if (accessGrant) endAccess(world.state, ours(accessGrant, client), token)
}

/** `POST /oauth/introspect`: the address is known (goto-api.md 17.1), the rest is RFC 7662. */
export function introspect(world: World, client: Client, form: URLSearchParams): Record<string, unknown> {
  const token = given(form)
  const access = readAccessToken(world, token)
  const grant = access === null ? refreshGrant(world, token) : null
  const organizer = access?.caller ?? (grant && world.organizers.find(grant.organizerKey))
  const owner = access?.client.id ?? grant?.clientId
  if (!organizer || owner !== client.id) return { active: false }
  const { accessTokens, refreshTokens } = world.state
  const expiresAt = (accessTokens.get(token) ?? refreshTokens.get(token))?.expiresAt ?? 0
  return {
    active: true,
    client_id: client.id,
    scope: (access?.scopes ?? grant?.scopes ?? []).join(' '),
    sub: organizer.key,
    username: organizer.email,
    exp: Math.floor(expiresAt / 1_000),
    ...(access && { token_type: 'Bearer' }),
  }
}

function given(form: URLSearchParams): string {
  const token = form.get('token')
  if (token) return token
  throw refuseOauth(400, 'invalid_request', 'token is required')
}

/** RFC 7009 refuses another client's token. */
function ours(grant: Grant, client: Client): Grant {
  if (grant.clientId === client.id) return grant
  throw refuseOauth(400, 'unauthorized_client', 'the token belongs to another client')
}
