import { z } from 'zod'
import { type GotoCallRecord, nothing, plain, row } from './record.ts'
import * as tolerant from './tolerant.ts'
import * as wire from './wire.ts'

/** goto-api.md 3.2: the form fields of the current grants. */
export const tokenRequest = z.discriminatedUnion('grant_type', [
  z.strictObject({
    grant_type: z.literal('authorization_code'),
    code: z.string().min(1),
    redirect_uri: z.url().optional(),
    // Sent by some clients besides the Basic header; the verifier belongs to a PKCE challenge.
    client_id: z.string().optional(),
    code_verifier: z.string().optional(),
  }),
  z.strictObject({ grant_type: z.literal('refresh_token'), refresh_token: z.string().min(1) }),
  z.strictObject({ grant_type: z.literal('personal_access_token'), pat: z.string().min(1) }),
])

/** goto-api.md 3.1, 17.1: PKCE supports S256 only. */
export const authorizeQuery = z.strictObject({
  response_type: z.literal('code'),
  client_id: z.string().min(1),
  redirect_uri: z.url().optional(),
  state: z.string().optional(),
  scope: z.string().min(1).optional(),
  code_challenge: z.string().optional(),
  code_challenge_method: z.literal('S256').optional(),
})

/** goto-api.md 17.1 gives the address; the fields are those of RFC 7009. */
export const revocationRequest = z.strictObject({
  token: z.string().min(1),
  token_type_hint: z.enum(['access_token', 'refresh_token']).optional(),
})

/**
 * The answer of the current host (goto-api.md 3.3). On a refresh, `refresh_token` comes only when a new one was issued.
 */
const currentToken = z.strictObject({
  access_token: wire.text,
  token_type: z.literal('Bearer'),
  expires_in: wire.int32,
  refresh_token: wire.text.optional(),
  scope: wire.text.optional(),
  principal: wire.text.optional(),
})

const token = row(
  currentToken,
  tolerant.fields(
    {
      accessToken: z.string().min(1),
      /** A number; a string in the first generation. */
      expiresInSeconds: tolerant.optionalCount.transform((value) => value ?? 3600),
      refreshToken: tolerant.optionalDetail,
      scope: tolerant.text,
      /** `principal` today, `email` before. */
      email: tolerant.optionalDetail,
      organizerKey: tolerant.optionalId,
      accountKey: tolerant.optionalKey,
      firstName: tolerant.optionalDetail,
      lastName: tolerant.optionalDetail,
    },
    {
      accessToken: ['access_token'],
      expiresInSeconds: ['expires_in'],
      refreshToken: ['refresh_token'],
      email: ['principal'],
      organizerKey: ['organizer_key'],
      accountKey: ['account_key'],
    },
  ),
  ['account_type', 'platform', 'version', 'token_type'],
)

/** goto-api.md 17.1: how the current host describes itself. */
const metadata = row(
  z.strictObject({
    issuer: wire.text,
    authorization_endpoint: wire.text,
    token_endpoint: wire.text,
    jwks_uri: wire.text,
    response_types_supported: z.array(wire.text),
    grant_types_supported: z.array(wire.text),
    token_endpoint_auth_methods_supported: z.array(wire.text),
    introspection_endpoint: wire.text,
    revocation_endpoint: wire.text,
    code_challenge_methods_supported: z.array(wire.text),
    client_id_metadata_document_supported: z.boolean().optional(),
  }),
  tolerant.fields(
    {
      issuer: tolerant.text,
      authorizationEndpoint: z.url(),
      tokenEndpoint: z.url(),
      revocationEndpoint: tolerant.optionalDetail,
      challengeMethods: tolerant.texts,
      clientAuthentications: tolerant.texts,
    },
    {
      authorizationEndpoint: ['authorization_endpoint'],
      tokenEndpoint: ['token_endpoint'],
      revocationEndpoint: ['revocation_endpoint'],
      challengeMethods: ['code_challenge_methods_supported'],
      clientAuthentications: ['token_endpoint_auth_methods_supported'],
    },
  ),
)

const oauth = {
  api: 'oauth',
  params: null,
  replay: 'never',
  isDeprecated: false,
  spec: 'pages',
  who: 'client',
} as const

/** goto-api.md 3. */
export const oauthCalls = {
  /** A browser page that answers with a redirect, so there is nothing to parse. */
  authorize: {
    ...oauth,
    method: 'GET',
    path: '/oauth/authorize',
    query: authorizeQuery,
    body: null,
    status: 302,
    statuses: [302],
    response: nothing,
    source: 'goto-api.md 3.1',
  },
  /** The body is a form; the client authenticates with `Authorization: Basic`. */
  requestToken: {
    ...oauth,
    method: 'POST',
    path: '/oauth/token',
    query: null,
    body: tokenRequest,
    status: 200,
    statuses: [200, 400, 401],
    response: plain(token),
    source: 'goto-api.md 3.2, 3.3, 3.7',
  },
  /** RFC 7009 gives the same answer for a dead token as for a live one. */
  revokeToken: {
    ...oauth,
    method: 'POST',
    path: '/oauth/revoke',
    query: null,
    body: revocationRequest,
    status: 200,
    statuses: [200, 400, 401],
    response: nothing,
    source: 'goto-api.md 17.1',
  },
  /** Only read by tests against the real GoTo: the addresses Foyer uses are settings. */
  getOauthMetadata: {
    ...oauth,
    method: 'GET',
    path: '/.well-known/oauth-authorization-server',
    query: null,
    body: null,
    status: 200,
    statuses: [200],
    response: plain(metadata),
    replay: 'safe',
    source: 'goto-api.md 17.1',
  },
} as const satisfies Record<string, GotoCallRecord>
