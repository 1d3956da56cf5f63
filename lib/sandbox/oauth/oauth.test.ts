import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { people, testSandbox } from '../test-calls.ts'
import { ceremony, redirect } from './test-ceremony.ts'
import { demoPat } from './token.ts'

const { olivia } = people

describe('the pages', () => {
  test('a person is picked with a button showing the e-mail, others are found by search', async () => {
    const { sandbox, authorizeAt } = ceremony(testSandbox({ company: 'full' }))
    const first = await (await sandbox.fetch(authorizeAt({}))).text()
    const names = [...first.matchAll(/<button class="person"[^>]*>(.*?)<\/button>/g)].map(([, name = '']) => name)
    expect(names).toHaveLength(3)
    expect(names[0]).toContain(olivia)
    const found = await (await sandbox.fetch(authorizeAt({ q: 'frida' }))).text()
    expect(found).toContain('frida@elsewhere.example')
    expect(first).not.toContain('erin@example.com')
  })

  test('the picked person is asked, and refusing goes back with access_denied and the state', async () => {
    const { sandbox, authorizeAt, decide } = ceremony()
    const asked = await (await sandbox.fetch(authorizeAt({ person: olivia }))).text()
    expect(asked).toMatch(/<button[^>]*>Allow<\/button>.*<button[^>]*>Deny<\/button>/s)
    const back = await decide('deny')
    expect(Object.fromEntries(back.searchParams)).toMatchObject({ error: 'access_denied', state: 'xyz' })
    expect(back.href.startsWith(redirect)).toBe(true)
  })

  test.each([
    ['http://localhost:4711/api/auth/callback/goto', 200],
    ['http://127.0.0.1:80/api/auth/callback/goto', 200],
    ['http://localhost/api/auth/callback/goto', 200],
    ['https://localhost:3000/api/auth/callback/goto', 400],
    ['http://localhost:3000@evil.example/api/auth/callback/goto', 400],
    ['http://localhost:3000/api/auth/callback/goto/more', 400],
    ['http://evil.example/api/auth/callback/goto', 400],
  ])('the redirect address %s gets %i and is never followed blindly', async (redirect_uri, status) => {
    const { sandbox, authorizeAt } = ceremony()
    expect((await sandbox.fetch(authorizeAt({ redirect_uri }))).status).toBe(status)
  })

  test('an unknown client gets the captured answer', async () => {
    const { sandbox, authorizeAt } = ceremony()
    const reply = await sandbox.fetch(authorizeAt({ client_id: 'nobody' }))
    expect(reply.status).toBe(401)
    expect(await reply.json()).toEqual({ error: 'invalid_client', error_description: 'client not found' })
  })

  test('a scope the client does not have goes back as invalid_scope', async () => {
    const { sandbox, authorizeAt } = ceremony()
    const reply = await sandbox.fetch(authorizeAt({ scope: 'collab: everything' }))
    expect(new URL(reply.headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_scope')
  })
})

describe('the token endpoint', () => {
  test('a code becomes the current token answer, with every scope when none was asked for', async () => {
    const { exchange, works } = ceremony()
    const answer = await exchange()
    expect(answer).toEqual({
      access_token: expect.stringMatching(/^eyJ/),
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: expect.stringMatching(/^eyJ/),
      scope: 'collab: identity: identity:scim.me',
      principal: olivia,
    })
    expect(await works(answer.access_token)).toBe(true)
  })

  test('a code works once', async () => {
    const { code, token } = ceremony()
    const fields = { grant_type: 'authorization_code', code: await code(), redirect_uri: redirect }
    expect((await token(fields)).status).toBe(200)
    const again = await token(fields)
    expect([again.status, again.body.error]).toEqual([400, 'invalid_grant'])
  })

  test('a code used a second time ends what the first use got, and gives nothing', async () => {
    const { code, token, works, refresh } = ceremony()
    const fields = { grant_type: 'authorization_code', code: await code(), redirect_uri: redirect }
    const first = (await token(fields)).body
    expect(await works(first.access_token)).toBe(true)
    expect((await token(fields)).body.error).toBe('invalid_grant')
    expect(await works(first.access_token)).toBe(false)
    expect((await refresh(first.refresh_token)).body.error).toBe('invalid_grant')
    expect((await token(fields)).body.error).toBe('invalid_grant')
  })

  test('the redirect address must be repeated exactly', async () => {
    const { code, token } = ceremony()
    for (const more of [{}, { redirect_uri: 'http://localhost:3001/api/auth/callback/goto' }]) {
      expect((await token({ grant_type: 'authorization_code', code: await code(), ...more })).body.error).toBe(
        'invalid_grant',
      )
    }
  })

  test('a code expires', async () => {
    const { code, token, pass } = ceremony()
    const old = await code()
    pass(6)
    const { body } = await token({ grant_type: 'authorization_code', code: old, redirect_uri: redirect })
    expect(body.error).toBe('invalid_grant')
  })

  test('PKCE is checked if it was sent', async () => {
    const { code, token } = ceremony()
    const verifier = 'a verifier that is certainly longer than forty-three characters'
    const challenge = {
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    }
    const ask = async (more: Record<string, string>) =>
      token({ grant_type: 'authorization_code', code: await code(challenge), redirect_uri: redirect, ...more })
    expect((await ask({ code_verifier: verifier })).status).toBe(200)
    expect((await ask({ code_verifier: `${verifier}x` })).body.error).toBe('invalid_grant')
    expect((await ask({})).body.error).toBe('invalid_grant')
  })

  test.each([{ code_challenge_method: 'plain' }, {}])(
    'PKCE with %j is refused: GoTo supports S256 only',
    async (method) => {
      const { sandbox, authorizeAt } = ceremony()
      const reply = await sandbox.fetch(authorizeAt({ code_challenge: 'x'.repeat(43), ...method }))
      expect(new URL(reply.headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_request')
    },
  )

  test('the client may be in the form instead, but only with its secret', async () => {
    const { token, code } = ceremony()
    const ask = async (client_secret: string) => {
      const client = { client_id: 'foyer-demo', client_secret }
      const fields = { grant_type: 'authorization_code', redirect_uri: redirect, code: await code(), ...client }
      return (await token(fields, null)).status
    }
    expect([await ask('foyer-demo-secret'), await ask('wrong'), await ask('')]).toEqual([200, 401, 401])
  })

  test('the client authenticates with Basic and the right secret', async () => {
    const { token } = ceremony()
    const fields = { grant_type: 'refresh_token', refresh_token: 'x' }
    for (const wrong of ['', 'Basic !', `Basic ${Buffer.from('foyer-demo:wrong').toString('base64')}`]) {
      const { status, body } = await token(fields, wrong)
      expect([status, body.error]).toEqual([401, 'invalid_client'])
    }
  })

  test('a personal access token gives an administrator’s token, passwords and unknown grants are refused', async () => {
    const { token } = ceremony()
    const { body } = await token({ grant_type: 'personal_access_token', pat: demoPat })
    expect(body.principal).toBe(people.adam)
    expect((await token({ grant_type: 'personal_access_token', pat: 'x' })).body.error).toBe('invalid_grant')
    expect((await token({ grant_type: 'password', username: olivia, password: 'x' })).body.error).toBe('invalid_client')
    const captured = await token({ grant_type: 'client_credentials' })
    expect([captured.status, captured.body.error_description]).toEqual([401, 'Unauthorized grant type'])
    expect((await token({ grant_type: 'x' })).body.error).toBe('unsupported_grant_type')
  })
})

describe('lifetimes', () => {
  test('an access token lasts an hour, and then the answer is 403 InvalidToken', async () => {
    const { exchange, works, pass, send } = ceremony()
    const { access_token } = await exchange()
    pass(59)
    expect(await works(access_token)).toBe(true)
    pass(1)
    const { status, json, headers } = await send(olivia, 'listUpcomingMeetings', { token: access_token })
    expect(status).toBe(403)
    expect(json).toEqual({ int_err_code: 'InvalidToken', msg: 'Invalid token passed' })
    expect(headers.get('x-amzn-errortype')).toBe('UnauthorizedException')
  })

  test('kept: a refresh returns no refresh token, and the old one works for 30 days from consent', async () => {
    const { exchange, refresh, pass, works } = ceremony()
    const first = await exchange()
    pass(29 * 24 * 60)
    const { body } = await refresh(first.refresh_token)
    expect(body).not.toHaveProperty('refresh_token')
    expect(await works(body.access_token)).toBe(true)
    pass(24 * 60)
    expect((await refresh(first.refresh_token)).body.error).toBe('invalid_grant')
  })

  test('renewed: each refresh brings a new refresh token, and the old one still works', async () => {
    const { exchange, refresh, sandbox } = ceremony()
    sandbox.settings({ refresh: 'renewed' })
    const first = await exchange()
    const second = (await refresh(first.refresh_token)).body
    expect(second.refresh_token).not.toBe(first.refresh_token)
    expect((await refresh(first.refresh_token)).status).toBe(200)
    expect((await refresh(second.refresh_token)).status).toBe(200)
  })

  test('single-use: a refresh consumes its token and kills the current access token', async () => {
    const { exchange, refresh, sandbox, works } = ceremony()
    sandbox.settings({ refresh: 'single-use' })
    const first = await exchange()
    const second = (await refresh(first.refresh_token)).body
    expect((await refresh(first.refresh_token)).body.error).toBe('invalid_grant')
    expect(await works(first.access_token)).toBe(false)
    expect(await works(second.access_token)).toBe(true)
    expect((await refresh(second.refresh_token)).status).toBe(200)
  })

  test('a refresh token belongs to its client', async () => {
    const { refresh, sandbox } = ceremony()
    const foreign = sandbox.tokenFor(olivia).refresh_token
    expect((await refresh(foreign)).body.error).toBe('invalid_grant')
  })
})

describe('sending the token', () => {
  test.each(['Bearer ', 'OAuth oauth_token=', ''])('is accepted with “%s” before it', async (before) => {
    const { sandbox } = ceremony()
    const authorization = `${before}${sandbox.tokenFor(olivia).access_token}`
    const reply = await sandbox.fetch('http://goto.test/G2M/rest/upcomingMeetings', { headers: { authorization } })
    expect(reply.status).toBe(200)
  })

  test('each API refuses a bad token in its own way', async () => {
    const { send } = ceremony()
    for (const token of [null, 'nonsense']) {
      expect((await send(olivia, 'listUpcomingMeetings', { token })).status).toBe(403)
      const admin = await send(olivia, 'getAdminMe', { token })
      expect([admin.status, admin.json]).toMatchObject([401, { errors: [{ code: 'not.authenticated' }] }])
      const identity = await send(olivia, 'getIdentityMe', { token })
      expect([identity.status, identity.text]).toEqual([401, ''])
      expect(identity.headers.get('www-authenticate')).toContain('error="invalid_token"')
    }
  })

  test('administration needs the Admin Center scope, not only the role', async () => {
    const { token, send, sandbox, authorizeAt } = ceremony()
    const body = new URLSearchParams({ person: people.adam, decision: 'allow' })
    const limited = await consent(body, 'collab:')
    const whole = await consent(body, 'collab: identity:')
    expect((await send(people.adam, 'listGroups', { token: limited })).status).toBe(403)
    expect((await send(people.adam, 'getAdminMe', { token: limited })).status).toBe(401)
    expect((await send(people.adam, 'listGroups', { token: whole })).status).toBe(200)
    expect((await send(people.adam, 'getIdentityMe', { token: limited })).status).toBe(200)

    async function consent(form: URLSearchParams, scope: string): Promise<string> {
      const reply = await sandbox.fetch(authorizeAt({ scope }), { method: 'POST', body: form })
      const code = new URL(reply.headers.get('location') ?? '').searchParams.get('code') ?? ''
      return (await token({ grant_type: 'authorization_code', code, redirect_uri: redirect })).body.access_token
    }
  })
})
