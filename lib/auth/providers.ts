import type { OAuthConfig } from 'next-auth/providers/oauth'
import { companyAccount } from '#lib/connections/company-account.ts'
import { safeEqual } from '#lib/crypto.ts'
import { env } from '#lib/env.ts'
import { identifyGoto } from '#lib/goto/identify.ts'
import { exchangeCode } from '#lib/goto/oauth.ts'
import { currentCeremony, noteFailure } from './ceremony.ts'
import { type Claims, companyProof, furtherClaims } from './company-proof.ts'
import { SignInRefused } from './sign-in-failure.ts'

/** The sign-in methods this installation is set up for. */
export function signInProviders(): OAuthConfig<Claims>[] {
  const { gotoClientId, oidcIssuer } = env()
  return [...(gotoClientId ? [gotoProvider(gotoClientId)] : []), ...(oidcIssuer ? [companyProvider(oidcIssuer)] : [])]
}

/**
 * GoTo is OAuth without OpenID: our own client, which knows the vendor's answers, exchanges the code, and GoTo is
 * then asked whose token it is.
 */
function gotoProvider(clientId: string): OAuthConfig<Claims> {
  const { gotoAuthUrl, gotoClientSecret, gotoScopes } = env()
  return {
    id: 'goto',
    name: 'GoTo',
    type: 'oauth',
    clientId,
    clientSecret: gotoClientSecret ?? '',
    checks: ['state', 'pkce'],
    // Null drops the parameter: GoTo then grants every scope of the client. By default next-auth asks for `openid`.
    authorization: { url: `${gotoAuthUrl}/oauth/authorize`, params: { scope: gotoScopes } as Record<string, unknown> },
    token: {
      url: `${gotoAuthUrl}/oauth/token`,
      async request({ params, checks, provider }) {
        return refusing(async () => {
          // Taking over the exchange from next-auth means taking over this check from its client.
          if (!params.state || !checks.state || !safeEqual(params.state, checks.state)) throw new SignInRefused('state')
          const { code } = params
          const { code_verifier: codeVerifier } = checks
          if (!code || !codeVerifier) throw new SignInRefused('state')
          const result = await exchangeCode({ code, redirectUri: provider.callbackUrl, codeVerifier })
          if (result.kind === 'refused') throw new SignInRefused('state')
          const { accessToken, accountKey } = result.token
          const identity = await identifyGoto(accessToken, {}, { accountKey, ...(await companyAccount()) })
          currentCeremony().proof = { via: 'goto', identity, token: result.token }
          return { tokens: {} }
        })
      },
    },
    userinfo: { request: async () => ({ sub: gotoIdentity().organizerKey }) },
    profile: ({ sub }) => ({ id: sub }),
  }
}

function gotoIdentity() {
  const { proof } = currentCeremony()
  if (proof?.via !== 'goto') throw new SignInRefused('state')
  return proof.identity
}

/** Any OpenID provider, by discovery. next-auth's client checks state, PKCE, nonce and the ID token. */
function companyProvider(issuer: string): OAuthConfig<Claims> {
  const { oidcClientId, oidcClientSecret } = env()
  return {
    id: 'company',
    name: 'Company',
    type: 'oauth',
    clientId: oidcClientId ?? '',
    ...(oidcClientSecret ? { clientSecret: oidcClientSecret } : { client: { token_endpoint_auth_method: 'none' } }),
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    idToken: true,
    checks: ['state', 'pkce', 'nonce'],
    authorization: { params: { scope: 'openid email profile' } },
    httpOptions: { timeout: 10_000 },
    userinfo: {
      async request({ tokens, client }) {
        return refusing(async () => {
          const found = String(client.issuer.metadata.issuer)
          if (withoutSlash(found) !== issuer)
            throw new SignInRefused('unavailable', { cause: new Error(`issuer ${found}`) })
          const claims = (tokens as { claims(): Claims }).claims()
          const further = await furtherClaims(claims, () => client.userinfo(tokens as never), client.issuer.metadata)
          currentCeremony().proof = companyProof(issuer, { ...claims, ...further })
          return claims
        })
      },
    },
    profile: ({ sub }) => ({ id: sub }),
  }
}

/** Notes why it failed before next-auth wraps the error in its own. Anything but a refusal means no answer. */
async function refusing<T>(fn: () => Promise<T>): Promise<T> {
  try {
    return await fn()
  } catch (error) {
    noteFailure(error instanceof SignInRefused ? error : new SignInRefused('unavailable', { cause: error }))
    throw error
  }
}

function withoutSlash(text: string): string {
  return text.replace(/\/+$/, '')
}
