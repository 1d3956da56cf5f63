import { type GotoCallName, type GotoWire, gotoCalls } from '#lib/goto/contract/calls.ts'
import type { World } from '../world.ts'
import { answerAuthorize } from './authorize.ts'
import { readClient } from './client-auth.ts'
import type { TokenAnswer } from './grants.ts'
import { introspect, revoke } from './revoke.ts'
import { answerToken } from './token.ts'

/** Only its address is known, and Foyer never calls it. */
const introspectPath = '/oauth/introspect'
const keysPath = '/oauth/jwks.json'

export function oauthCallOf(method: string, pathname: string): GotoCallName<'oauth'> | null {
  if (pathname === gotoCalls.authorize.path) return 'authorize'
  const names = ['requestToken', 'revokeToken', 'getOauthMetadata'] as const
  return names.find((name) => gotoCalls[name].path === pathname && gotoCalls[name].method === method) ?? null
}

/** Everything under `/oauth`, and its metadata. null: the address is neither. */
export async function answerOauth(
  world: World,
  request: Request,
  url: URL,
  issued: (token: TokenAnswer) => Promise<void>,
): Promise<Response | null> {
  const { pathname, searchParams, origin } = url
  const { method } = request
  const form = method === 'POST' ? new URLSearchParams(await request.text()) : null
  if (form && pathname === introspectPath) return answerIntrospect(world, request, form)
  if (!form && pathname === keysPath) return Response.json({ keys: [] })
  switch (oauthCallOf(method, pathname)) {
    case 'authorize':
      return answerAuthorize(world, searchParams, form)
    case 'requestToken': {
      const token = answerToken(world, readBy(world, request, form), form ?? new URLSearchParams())
      await issued(token)
      return Response.json(token, { headers: { 'cache-control': 'no-store' } })
    }
    case 'revokeToken':
      revoke(world, readBy(world, request, form), form ?? new URLSearchParams())
      return new Response(null, { status: 200 })
    case 'getOauthMetadata':
      return Response.json(metadata(origin))
    default:
      return null
  }
}

function answerIntrospect(world: World, request: Request, form: URLSearchParams): Response {
  const answer = introspect(world, readBy(world, request, form), form)
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
}

function readBy(world: World, request: Request, form: URLSearchParams | null) {
  return readClient(world.state, request.headers.get('authorization'), form ?? new URLSearchParams())
}

/**
 * As probed (goto-api.md 17.1), with our own addresses. The tokens here are not JWTs, so there is no key to check them.
 */
function metadata(origin: string): GotoWire<'getOauthMetadata'> {
  return {
    issuer: origin,
    authorization_endpoint: `${origin}${gotoCalls.authorize.path}`,
    token_endpoint: `${origin}${gotoCalls.requestToken.path}`,
    jwks_uri: `${origin}${keysPath}`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    introspection_endpoint: `${origin}${introspectPath}`,
    revocation_endpoint: `${origin}${gotoCalls.revokeToken.path}`,
    code_challenge_methods_supported: ['S256'],
  }
}
