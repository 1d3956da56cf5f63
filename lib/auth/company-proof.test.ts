import { afterEach, describe, expect, test } from 'vitest'
import { setEnv } from '#lib/env.ts'
import { companyProof, furtherClaims } from './company-proof.ts'

const issuer = 'https://login.example.com'

afterEach(() => setEnv({ oidcTrustEmail: false }))

describe('an address proves who somebody is', () => {
  test.each([
    [true, false, true],
    ['true', false, true],
    [undefined, true, true],
    [undefined, false, false],
    [false, false, false],
    ['false', false, false],
    // What a provider says outranks what an administrator assumes about it.
    [false, true, false],
    ['false', true, false],
    [null, true, false],
    [1, false, false],
    ['yes', false, false],
  ])('email_verified %j with OIDC_TRUST_EMAIL %j: %j', (said, trust, isProof) => {
    setEnv({ oidcTrustEmail: trust })
    const claims = { sub: 's', email: 'ada@example.com', ...(said === undefined ? {} : { email_verified: said }) }
    expect(companyProof(issuer, claims)).toMatchObject({ email: 'ada@example.com', emailVerified: isProof })
  })
})

test.each([
  [{ name: ' Ada Lovelace ' }, 'Ada Lovelace'],
  [{ given_name: 'Ada', family_name: 'Lovelace' }, 'Ada Lovelace'],
  [{ family_name: 'Lovelace', preferred_username: 'ada' }, 'Lovelace'],
  [{ preferred_username: 'ada' }, 'ada'],
  [{ name: { first: 'Ada' } }, ''],
])('the name in %j is %j', (claims, name) => {
  expect(companyProof(issuer, { sub: 's', ...claims })).toMatchObject({ name, issuer, subject: 's', email: null })
})

test.each([
  [{ name: 'Ada\u202E Lovelace' }, 'Ada Lovelace'],
  [{ name: '\u3164', given_name: 'Ada' }, 'Ada'],
])('a name from the company in %j turns no words around it and can be seen: %j', (claims, name) => {
  expect(companyProof(issuer, { sub: 's', ...claims })).toMatchObject({ name })
})

describe('a provider that leaves the address out of the ID token', () => {
  const endpoint = { userinfo_endpoint: `${issuer}/me` }

  test('is asked for it', async () => {
    const ask = async () => ({ sub: 's', email: 'ada@example.com' })
    expect(await furtherClaims({ sub: 's' }, ask, endpoint)).toMatchObject({ email: 'ada@example.com' })
  })

  test('is not asked when the address is there, or when it has no userinfo endpoint', async () => {
    const ask = () => Promise.reject(new Error('asked'))
    expect(await furtherClaims({ sub: 's', email: 'ada@example.com' }, ask, endpoint)).toEqual({})
    expect(await furtherClaims({ sub: 's' }, ask, {})).toEqual({})
  })

  test('cannot answer for somebody else', async () => {
    const ask = async () => ({ sub: 'other', email: 'eve@example.com' })
    await expect(furtherClaims({ sub: 's' }, ask, endpoint)).rejects.toMatchObject({ failure: 'state' })
  })
})
