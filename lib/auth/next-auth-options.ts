import type { AuthOptions } from 'next-auth'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { currentCeremony, noteFailure } from './ceremony.ts'
import { ceremonyCookieOptions } from './ceremony-cookies.ts'
import { ceremonyCookieName, cookieOptions, sessionCookieName } from './cookies.ts'
import { signInProviders } from './providers.ts'
import { returnAddress } from './return-address.ts'
import { actorOfToken } from './session.ts'
import { absoluteMs } from './session-limits.ts'
import { signIn } from './sign-in.ts'
import { SignInRefused } from './sign-in-failure.ts'

/**
 * next-auth runs the ceremony and nothing else: what it would put into its token is our opaque session id, so there is
 * one session, and it can be revoked.
 */
export function nextAuthOptions(): AuthOptions {
  return {
    secret: env().authSecret,
    providers: signInProviders(),
    session: { strategy: 'jwt', maxAge: absoluteMs / 1000 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookieOptions() },
      csrfToken: { name: ceremonyCookieName('csrf'), options: cookieOptions() },
      callbackUrl: { name: ceremonyCookieName('return'), options: ceremonyCookieOptions() },
      pkceCodeVerifier: { name: ceremonyCookieName('pkce'), options: ceremonyCookieOptions() },
      state: { name: ceremonyCookieName('state'), options: ceremonyCookieOptions() },
      nonce: { name: ceremonyCookieName('nonce'), options: ceremonyCookieOptions() },
    },
    callbacks: {
      redirect: async ({ url, baseUrl }) => returnAddress(url, baseUrl),
      async jwt({ token, account }) {
        const ceremony = currentCeremony()
        if (!account || !ceremony.proof) throw new SignInRefused('state')
        return { ...token, sessionId: await signIn(ceremony.proof, ceremony) }
      },
    },
    jwt: {
      encode: async ({ token }) => String(token?.sessionId ?? ''),
      async decode({ token }) {
        const actor = token ? await actorOfToken(token) : null
        return actor && { sub: actor.personId }
      },
    },
    logger: {
      error(code, metadata) {
        const error = metadata instanceof Error ? metadata : metadata.error
        noteFailure(error)
        // The message alone: next-auth's metadata may hold a profile, a code or a token.
        log.warn({ code, reason: error?.message?.slice(0, 200) }, 'sign-in failed')
      },
      warn: (code) => log.debug({ code }, 'next-auth'),
      debug: () => undefined,
    },
  }
}
