import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setEnv } from '#lib/env.ts'
import { toAppError } from '#lib/errors.ts'
import type { Budget } from './budget.ts'
import { identifyGoto } from './identify.ts'
import { exchangeCode, exchangePersonalToken, refreshToken } from './oauth.ts'
import { setGotoFetch } from './transport.ts'

const token = { access_token: 'EXAMPLE-ACCESS', token_type: 'Bearer', expires_in: 3600 }
const budget: Budget = { acquire: async () => undefined, slowDown: async () => undefined }
let sent: { url: string; authorization: string | null; type: string | null; form: Record<string, string> }[]

beforeEach(() => {
  sent = []
  setEnv({
    gotoAuthUrl: 'https://auth.example.net',
    gotoApiUrl: 'https://api.example.net',
    gotoClientId: 'id',
    gotoClientSecret: 'se:cret',
  })
})
afterEach(() => setGotoFetch(null))

describe('the token endpoint', () => {
  test('gets a form, and the client in a Basic header', async () => {
    reply(200, token)
    await exchangeCode({ code: 'a b', redirectUri: 'https://meet.example.com/cb', codeVerifier: 'v' })
    expect(sent).toEqual([
      {
        url: 'https://auth.example.net/oauth/token',
        authorization: `Basic ${Buffer.from('id:se:cret').toString('base64')}`,
        type: 'application/x-www-form-urlencoded',
        form: {
          grant_type: 'authorization_code',
          code: 'a b',
          redirect_uri: 'https://meet.example.com/cb',
          code_verifier: 'v',
        },
      },
    ])
  })

  test('a refresh that brings no new refresh token says so', async () => {
    reply(200, token)
    expect(await refreshToken('old')).toMatchObject({
      kind: 'granted',
      token: { accessToken: 'EXAMPLE-ACCESS', refreshToken: null },
    })
    expect(sent[0]?.form).toEqual({ grant_type: 'refresh_token', refresh_token: 'old' })
  })

  test('a personal token is exchanged by its own grant', async () => {
    reply(200, token)
    expect((await exchangePersonalToken('p')).kind).toBe('granted')
    expect(sent[0]?.form).toEqual({ grant_type: 'personal_access_token', pat: 'p' })
  })

  test.each([400, 401, 403])('a dead grant is a result and not an error, whatever the status: %i', async (status) => {
    reply(status, { error: 'invalid_grant', error_description: 'expired' })
    expect(await refreshToken('old')).toEqual({ kind: 'refused', why: 'invalid_grant' })
  })

  test("a code that is no code is recognised by today's host's own words", async () => {
    reply(400, { error: 'invalid_request', error_description: 'error.auth.code.invalid.jwt' })
    expect(await exchangeCode({ code: 'x' })).toEqual({ kind: 'refused', why: 'invalid_grant' })
  })

  test.each([
    [503, {}, 'upstream_unavailable'],
    [500, { error: 'invalid_grant' }, 'upstream_unavailable'],
    [429, {}, 'rate_limited'],
    [200, { token: 'other' }, 'upstream_rejected'],
    [401, { error: 'invalid_client', error_description: 'client not found' }, 'upstream_rejected'],
    [404, { message: 'see the migration guide' }, 'upstream_rejected'],
  ] as const)('%i %j says nothing about the grant', async (status, body, code) => {
    reply(status, body)
    await expect(refreshToken('old').catch((error) => Promise.reject(toAppError(error).code))).rejects.toBe(code)
    expect(sent).toHaveLength(1)
  })

  test('a lost connection is an error, and the token is not sent a second time', async () => {
    let calls = 0
    setGotoFetch(async () => {
      calls += 1
      throw new TypeError('fetch failed')
    })
    await expect(refreshToken('old')).rejects.toMatchObject({ code: 'upstream_unavailable' })
    expect(calls).toBe(1)
  })

  test('without a client nothing is sent', async () => {
    setEnv({ gotoClientId: null })
    await expect(refreshToken('old')).rejects.toMatchObject({ code: 'not_connected' })
  })
})

describe('who a token belongs to', () => {
  const admin = { key: 7000000000004417, accountKey: '11', email: 'p@example.net', firstName: 'P', lastName: 'R' }
  const person = {
    id: '7000000000004417',
    userName: 'p@example.net',
    displayName: 'P R',
    name: { givenName: 'P', familyName: 'R' },
  }

  test('the Admin API names account and roles', async () => {
    routes({
      '/admin/rest/v1/me': [
        200,
        {
          ...admin,
          adminRoles: ['SUPER_USER'],
          accounts: [
            { key: 11, name: 'A' },
            { key: '12', name: 'B', adminRoles: [] },
          ],
        },
      ],
    })
    expect(await identify()).toEqual({
      organizerKey: '7000000000004417',
      email: 'p@example.net',
      firstName: 'P',
      lastName: 'R',
      accountKey: '11',
      accounts: [
        { accountKey: '11', name: 'A', adminRoles: ['SUPER_USER'] },
        { accountKey: '12', name: 'B', adminRoles: [] },
      ],
      hasAdminScope: true,
    })
  })

  test('a token without the Admin scope is asked at the identity API, and has no roles', async () => {
    routes({
      '/admin/rest/v1/me': [401, { incidentId: '1', errors: [{ code: 'not.authenticated' }] }],
      '/identity/v1/Users/me': [
        200,
        { ...person, accounts: [{ value: '11', display: 'A', entitlements: ['acctadmin'] }] },
      ],
    })
    expect(await identify()).toMatchObject({
      organizerKey: '7000000000004417',
      accountKey: '11',
      accounts: [{ accountKey: '11', adminRoles: [] }],
      hasAdminScope: false,
    })
  })

  test('of several accounts none is guessed', async () => {
    routes({
      '/admin/rest/v1/me': [403, {}],
      '/identity/v1/Users/me': [200, { ...person, accounts: [{ value: '11' }, { value: '12' }] }],
    })
    expect((await identify()).accountKey).toBeNull()
  })

  test('a bad token is not taken for a missing scope', async () => {
    routes({
      '/admin/rest/v1/me': [401, { incidentId: '1', errors: [{ code: 'not.authenticated' }] }],
      '/identity/v1/Users/me': [401, null],
    })
    await expect(identify()).rejects.toMatchObject({ code: 'not_connected' })
  })

  test('an Admin API that is down is not taken for a missing scope', async () => {
    routes({ '/admin/rest/v1/me': [500, {}] })
    await expect(identify()).rejects.toMatchObject({ code: 'upstream_unavailable' })
  })
})

function identify() {
  return identifyGoto('EXAMPLE-ACCESS', { budget: () => budget })
}

function reply(status: number, body: object): void {
  setGotoFetch(async (request) => {
    const { headers } = request
    const form = Object.fromEntries(new URLSearchParams(await request.text()))
    sent.push({
      url: request.url,
      authorization: headers.get('authorization'),
      type: headers.get('content-type'),
      form,
    })
    return new Response(JSON.stringify(body), { status })
  })
}

function routes(table: Record<string, [number, object | null]>): void {
  setGotoFetch(async (request) => {
    const [status, body] = table[new URL(request.url).pathname] ?? [404, {}]
    return new Response(body === null ? null : JSON.stringify(body), { status })
  })
}
