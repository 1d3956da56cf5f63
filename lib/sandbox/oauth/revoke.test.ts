import { describe, expect, test } from 'vitest'
import { gotoCalls } from '#lib/goto/contract/calls.ts'
import { people } from '../test-calls.ts'
import { basic, ceremony } from './test-ceremony.ts'

function post(here: ReturnType<typeof ceremony>, path: string) {
  return async (fields: Record<string, string>, authorization = basic) => {
    const body = new URLSearchParams(fields)
    const reply = await here.sandbox.fetch(`http://goto.test/oauth/${path}`, {
      method: 'POST',
      headers: { authorization },
      body,
    })
    const text = await reply.text()
    return { status: reply.status, body: (text === '' ? null : JSON.parse(text)) as Record<string, unknown> | null }
  }
}

describe('revoking', () => {
  test('a refresh token ends its whole grant', async () => {
    const here = ceremony()
    const { access_token, refresh_token = '' } = await here.exchange()
    expect(await post(here, 'revoke')({ token: refresh_token })).toEqual({ status: 200, body: null })
    expect(await here.works(access_token)).toBe(false)
    expect((await here.refresh(refresh_token)).body.error).toBe('invalid_grant')
  })

  test('an access token ends only itself', async () => {
    const here = ceremony()
    const { access_token, refresh_token } = await here.exchange()
    await post(here, 'revoke')({ token: access_token, token_type_hint: 'access_token' })
    expect(await here.works(access_token)).toBe(false)
    const { body } = await here.refresh(refresh_token)
    expect(await here.works(body.access_token)).toBe(true)
  })

  test('a dead token gets the same answer', async () => {
    const here = ceremony()
    const revoke = post(here, 'revoke')
    expect((await revoke({ token: 'nonsense' })).status).toBe(200)
    const { refresh_token: token = '' } = await here.exchange()
    expect([(await revoke({ token })).status, (await revoke({ token })).status]).toEqual([200, 200])
  })

  test('another client’s token stays, and both a client and a token are required', async () => {
    const here = ceremony()
    const revoke = post(here, 'revoke')
    const { access_token, refresh_token: token = '' } = here.sandbox.tokenFor(people.olivia, { limited: false })
    expect(await revoke({ token })).toMatchObject({ status: 400, body: { error: 'unauthorized_client' } })
    expect(await here.works(access_token)).toBe(true)
    expect((await revoke({ token: 'x' }, 'Basic !')).status).toBe(401)
    expect((await revoke({})).status).toBe(400)
  })
})

describe('looking into a token', () => {
  test('says whose it is and until when, and nothing about one that has ended', async () => {
    const here = ceremony()
    const look = post(here, 'introspect')
    const { access_token, refresh_token = '' } = await here.exchange()
    const known = { active: true, client_id: 'foyer-demo', username: people.olivia, sub: '300000000000384444' }
    const { body } = await look({ token: access_token })
    expect(body).toMatchObject({ ...known, token_type: 'Bearer', exp: here.sandbox.now().getTime() / 1000 + 3_600 })
    expect((await look({ token: refresh_token })).body).toMatchObject(known)
    here.pass(61)
    expect((await look({ token: access_token })).body).toEqual({ active: false })
  })

  test('says nothing about another client’s', async () => {
    const here = ceremony()
    const { access_token: token } = here.sandbox.tokenFor(people.olivia)
    expect((await post(here, 'introspect')({ token })).body).toEqual({ active: false })
  })
})

test('the metadata follows the contract, and its addresses answer', async () => {
  const here = ceremony()
  const { path, response } = gotoCalls.getOauthMetadata
  const reply = await here.sandbox.fetch(`http://goto.test${path}`)
  const json = (await reply.json()) as { revocation_endpoint: string; jwks_uri: string }
  expect(response.specified.parse(json)).toMatchObject({
    issuer: 'http://goto.test',
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
  })
  expect((await here.sandbox.fetch(json.revocation_endpoint, { method: 'POST', body: 'token=x' })).status).toBe(401)
  expect(await (await here.sandbox.fetch(json.jwks_uri)).json()).toEqual({ keys: [] })
})
