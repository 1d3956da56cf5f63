import { randomBytes } from 'node:crypto'
import type { GotoWire } from '#lib/goto/contract/calls.ts'
import type { Client, Grant, OrganizerRecord, State } from '../state.ts'
import type { World } from '../world.ts'
import { findClient } from './clients.ts'

export type TokenAnswer = GotoWire<'requestToken'>
export type Caller = { caller: OrganizerRecord; client: Client; scopes: string[] }

/** goto-api.md 3.5. */
const accessSeconds = 3_600
const refreshSeconds = 30 * 24 * 3_600

/** A new consent: the first pair of tokens. */
export function grantTokens(
  world: World,
  client: Client,
  organizer: OrganizerRecord,
  scopes: string[],
  id: string = newGrantId(),
): TokenAnswer {
  const grant = { id, clientId: client.id, organizerKey: organizer.key, scopes, accessToken: null }
  world.state.grants.set(id, grant)
  return { ...newAccess(world, grant), refresh_token: newRefresh(world.state, grant) }
}

export function newGrantId(): string {
  return randomBytes(9).toString('base64url')
}

/**
 * The three behaviours described on the vendor's pages (goto-api.md 3.5): *kept*, the current one, returns no refresh
 * token; *renewed* returns a new one and the old still works; *single-use* consumes the old one and the current access
 * token.
 */
export function refreshTokens(world: World, client: Client, refreshToken: string): TokenAnswer | null {
  const { state } = world
  const grant = refreshGrant(world, refreshToken)
  if (!grant || grant.clientId !== client.id) return null
  const organizer = world.organizers.find(grant.organizerKey)
  if (!organizer || organizer.deletedAt !== null) return null
  const mode = state.settings.refresh
  if (mode === 'single-use') {
    state.refreshTokens.delete(refreshToken)
    if (grant.accessToken) state.accessTokens.delete(grant.accessToken)
  }
  const answer = newAccess(world, grant)
  return mode === 'kept' ? answer : { ...answer, refresh_token: newRefresh(state, grant) }
}

/** The grant of a refresh token while it is valid. */
export function refreshGrant({ state }: World, refreshToken: string): Grant | null {
  const known = state.refreshTokens.get(refreshToken)
  return known && known.expiresAt > state.now() ? (state.grants.get(known.grantId) ?? null) : null
}

/** Ends every token issued under it. */
export function endGrant(state: State, grant: Grant): void {
  if (grant.accessToken) state.accessTokens.delete(grant.accessToken)
  state.grants.delete(grant.id)
}

export function endAccess(state: State, grant: Grant, token: string): void {
  state.accessTokens.delete(token)
  if (grant.accessToken === token) state.grants.set(grant.id, { ...grant, accessToken: null })
}

/** Whose access token this is, while it is valid. */
export function readAccessToken(world: World, token: string): Caller | null {
  const { state } = world
  const known = state.accessTokens.get(token)
  const grant = known && known.expiresAt > state.now() ? state.grants.get(known.grantId) : undefined
  const client = grant && findClient(state, grant.clientId)
  const caller = grant && world.organizers.find(grant.organizerKey)
  if (!grant || !client || !caller || caller.deletedAt !== null) return null
  return { caller, client, scopes: grant.scopes }
}

function newAccess(world: World, grant: Grant): TokenAnswer {
  const { state } = world
  const expiresAt = state.now() + accessSeconds * 1_000
  const token = newToken({ sub: grant.organizerKey, scp: grant.scopes, exp: Math.floor(expiresAt / 1_000) })
  dropExpired(state)
  state.accessTokens.set(token, { grantId: grant.id, expiresAt })
  state.grants.set(grant.id, { ...grant, accessToken: token })
  return {
    access_token: token,
    token_type: 'Bearer',
    expires_in: accessSeconds,
    scope: grant.scopes.join(' '),
    principal: world.organizers.find(grant.organizerKey)?.email ?? '',
  }
}

function newRefresh(state: State, grant: Grant): string {
  const expiresAt = state.now() + refreshSeconds * 1_000
  const token = newToken({ sub: grant.organizerKey, typ: 'r', exp: Math.floor(expiresAt / 1_000) })
  state.refreshTokens.set(token, { grantId: grant.id, expiresAt })
  return token
}

/** Looks like the vendor's long JWT; it is only looked up. */
function newToken(claims: Record<string, unknown>): string {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return [
    encode({ kid: '620', alg: 'RS512' }),
    encode({ ...claims, jti: crypto.randomUUID() }),
    randomBytes(48).toString('base64url'),
  ].join('.')
}

function dropExpired(state: State): void {
  if (state.accessTokens.size() < 2_000) return
  for (const [token, { expiresAt }] of [...state.accessTokens.entries()]) {
    if (expiresAt <= state.now()) state.accessTokens.delete(token)
  }
}
