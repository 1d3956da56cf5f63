import { env } from '#lib/env.ts'
import { toStorable } from '#lib/goto/contract/storable.ts'
import type { Proof } from './ceremony.ts'
import { SignInRefused } from './sign-in-failure.ts'

export type Claims = Record<string, unknown> & { sub: string }

/** What the company's issuer says about a person, as far as it can be trusted. */
export function companyProof(issuer: string, claims: Claims): Proof {
  const text = (name: string) => (typeof claims[name] === 'string' ? toStorable(claims[name] as string).trim() : '')
  const { email_verified: said } = claims
  return {
    via: 'company',
    issuer,
    subject: claims.sub,
    name: text('name') || `${text('given_name')} ${text('family_name')}`.trim() || text('preferred_username'),
    email: text('email') || null,
    // Some providers send the boolean as text. An explicit false is never overruled.
    emailVerified: said === true || said === 'true' || (said === undefined && env().oidcTrustEmail),
  }
}

/** Providers may leave the address out of the ID token and give it at their userinfo endpoint only. */
export async function furtherClaims(
  claims: Claims,
  ask: () => Promise<Record<string, unknown>>,
  { userinfo_endpoint: endpoint }: { userinfo_endpoint?: string },
): Promise<Record<string, unknown>> {
  if (claims.email !== undefined || !endpoint) return {}
  const further = await ask()
  // An answer about somebody else must not supply the address.
  if (further.sub !== claims.sub) throw new SignInRefused('state')
  return further
}
