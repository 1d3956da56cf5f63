import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setEnv } from '#lib/env.ts'
import { toAppError } from '#lib/errors.ts'
import { exchangeCode, exchangePersonalToken, refreshToken, revokeToken } from './oauth.ts'
import { setGotoFetch } from './transport.ts'

const token = { access_token: 'EXAMPLE-ACCESS', token_type: 'Bearer', expires_in: 3600 }
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

  test('a refresh without a new refresh token says so', async () => {
    reply(200, token)
    expect(await refreshToken('old')).toMatchObject({
      kind: 'granted',
      token: { accessToken: 'EXAMPLE-ACCESS', refreshToken: null },
    })
    expect(sent[0]?.form).toEqual({ grant_type: 'refresh_token', refresh_token: 'old' })
  })

  test('a personal token is exchanged with its own grant type', async () => {
    reply(200, token)
    expect((await exchangePersonalToken('p')).kind).toBe('granted')
    expect(sent[0]?.form).toEqual({ grant_type: 'personal_access_token', pat: 'p' })
  })

  test.each([400, 401, 403])('a dead grant is a result, not an error, whatever the status: %i', async (status) => {
    reply(status, { error: 'invalid_grant', error_description: 'expired' })
    expect(await refreshToken('old')).toEqual({ kind: 'refused', why: 'invalid_grant' })
  })

  test("an invalid code is recognised by the current host's own words", async () => {
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

describe('ending a token', () => {
  test('sends it as a form with the client in a Basic header', async () => {
    reply(200, {})
    expect(await revokeToken('EXAMPLE-REFRESH', 'refresh_token')).toBe(true)
    expect(sent).toMatchObject([
      {
        url: 'https://auth.example.net/oauth/revoke',
        authorization: expect.stringMatching(/^Basic /),
        form: { token: 'EXAMPLE-REFRESH', token_type_hint: 'refresh_token' },
      },
    ])
  })

  test('is done when GoTo answers without a body', async () => {
    setGotoFetch(async () => new Response(null, { status: 200 }))
    expect(await revokeToken('x', 'access_token')).toBe(true)
  })

  test.each([
    [503, {}],
    [400, { error: 'unsupported_token_type' }],
    [404, { errorCode: 'NOT_FOUND', message: '' }],
  ])('did not happen when GoTo answers %i, and is not an error', async (status, body) => {
    reply(status, body)
    expect(await revokeToken('x', 'refresh_token')).toBe(false)
  })

  test('gives up when nobody answers, and sends nothing without a client', async () => {
    setGotoFetch(() => new Promise(() => undefined))
    expect(await revokeToken('x', 'refresh_token', { deadlineMs: 10 })).toBe(false)
    setEnv({ gotoClientId: null })
    expect(await revokeToken('x', 'refresh_token')).toBe(false)
  })
})

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
