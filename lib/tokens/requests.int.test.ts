import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { db, pool } from '#lib/db/client.ts'
import { addressHeader } from '#lib/http/inbound.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { tokenDraft } from '#lib/testing/tokens.ts'
import * as announcements from '../../app/api/announcements/route.ts'
import * as me from '../../app/api/me/route.ts'
import * as meetings from '../../app/api/meetings/route.ts'
import * as matches from '../../app/api/people/matches/route.ts'
import { createToken } from './create-token.ts'
import { usesWritten } from './note-use.ts'
import { revokeToken } from './revoke-token.ts'
import { newTokenText } from './token-text.ts'

let portal: TestPortal
let erin: UserActor
let token: string
let id: string

beforeEach(async () => {
  portal = await testPortal()
  erin = await portal.employee('erin@example.com')
  const made = await createToken(erin, tokenDraft(['meetings:read', 'people:read']))
  token = made.token
  id = made.id
})
afterEach(() => portal.close())

function from(address: string, given = token, path = '/api/meetings'): Promise<Response> {
  const request = portal.call(given, path)
  request.headers.set(addressHeader, address)
  return meetings.GET(request)
}

/** A request of Erin's browser to which somebody added an Authorization header. */
function withCookie(authorization: string): Request {
  const request = portal.request(erin, '/api/me')
  request.headers.set('authorization', authorization)
  return request
}

describe('a request with a token', () => {
  test('needs neither our header nor our origin, which a cookie alone still does', async () => {
    const body = { names: ['Erin'] }
    const foreign = (request: Request) => {
      request.headers.delete('x-foyer')
      request.headers.set('origin', 'https://evil.example')
      request.headers.set('sec-fetch-site', 'cross-site')
      return matches.POST(request)
    }
    const path = '/api/people/matches'
    expect((await foreign(portal.call(token, path, { method: 'POST', body }))).status).toBe(200)
    const byCookie = await foreign(portal.request(erin, path, { method: 'POST', body }))
    expect(byCookie.status).toBe(403)
    expect(await byCookie.json()).toMatchObject({ detail: expect.stringContaining('did not come from Foyer') })
  })

  test('and a cookie is the token’s: neither lends the other anything', async () => {
    const both = await me.GET(withCookie(`Bearer ${token}`))
    expect(both.status).toBe(403)
    expect(await both.json()).toMatchObject({ detail: expect.stringContaining('API tokens can’t do this') })
    for (const wrong of [`Bearer ${newTokenText()}`, 'Bearer nonsense', 'Bearer', 'bearer  ', 'BEARER x y']) {
      const response = await me.GET(withCookie(wrong))
      expect(response.status, wrong).toBe(401)
      expect(response.headers.get('www-authenticate'), wrong).toBe('Bearer error="invalid_token"')
    }
  })

  test('a wrong token does not unlock a change that the cookie would make', async () => {
    const request = portal.request(portal.adam, '/api/announcements', {
      method: 'POST',
      body: { body: 'Hello', from: null, until: null },
    })
    request.headers.delete('x-foyer')
    request.headers.set('authorization', 'Bearer x')
    expect((await announcements.POST(request)).status).toBe(401)
    expect(await db().announcement.count({ where: { body: 'Hello' } })).toBe(0)
  })

  test('other schemes belong to what stands in front of Foyer: the cookie counts, with all that it needs', async () => {
    expect((await me.GET(withCookie('Basic ZXJpbjpwYXNz'))).status).toBe(200)
    const request = withCookie('Basic ZXJpbjpwYXNz')
    const put = new Request(request, { method: 'PUT', body: '{"theme":"dark"}' })
    put.headers.delete('x-foyer')
    expect((await me.PUT(put)).status).toBe(403)
  })

  test('reads the scheme in any case', async () => {
    const request = portal.call(token, '/api/meetings')
    request.headers.set('authorization', `bEARER   ${token} `)
    expect((await meetings.GET(request)).status).toBe(200)
  })

  test('is not one where it stands in the address', async () => {
    const response = await meetings.GET(new Request(`http://localhost:3000/api/meetings?access_token=${token}`))
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="Foyer"')
  })
})

describe('guessing', () => {
  test('is limited by address, and whoever has a token that works is not held up by it', async () => {
    expect((await from('203.0.113.9')).status).toBe(200)
    const guesses = await Promise.all(Array.from({ length: 2_000 }, () => from('203.0.113.9', newTokenText())))
    const statuses = guesses.map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([401, 429]))
    expect(guesses.find(({ status }) => status === 429)?.headers.get('retry-after')).toMatch(/^\d+$/)
    expect((await from('203.0.113.9')).status).toBe(200)
    expect((await from('203.0.113.10', newTokenText())).status).toBe(401)
  })

  test('reaches the database no more often than it is answered, and not at all with what Foyer never made', async () => {
    let queries = 0
    pool().on('acquire', () => {
      queries += 1
    })
    const cutOff = newTokenText().slice(0, -1)
    for (let nth = 0; nth < 20; nth += 1) expect((await from('203.0.113.11', cutOff)).status).toBe(401)
    expect(queries).toBe(0)
    const guesses = await Promise.all(Array.from({ length: 2_000 }, () => from('203.0.113.11', newTokenText())))
    expect(queries).toBe(guesses.filter(({ status }) => status === 401).length)
    expect(queries).toBeLessThan(2_000)
  })
})

test('when it was last used is written at most once a minute, and each address once in the audit log', async () => {
  const noted = async () => {
    await usesWritten()
    const { lastUsedAt, lastUsedFrom } = await db().apiToken.findUniqueOrThrow({ where: { id } })
    return [lastUsedAt?.toISOString(), lastUsedFrom]
  }
  await Promise.all(Array.from({ length: 20 }, () => from('198.51.100.7')))
  expect(await noted()).toEqual(['2026-11-24T09:00:00.000Z', '198.51.100.7'])
  await from('198.51.100.8')
  portal.pass(0.5)
  await from('198.51.100.8')
  expect(await noted()).toEqual(['2026-11-24T09:00:00.000Z', '198.51.100.7'])
  portal.pass(0.5)
  await from('198.51.100.8')
  expect(await noted()).toEqual(['2026-11-24T09:01:00.000Z', '198.51.100.8'])
  const uses = await db().auditEntry.findMany({ where: { action: 'token.first-use' }, orderBy: { id: 'asc' } })
  expect(uses).toMatchObject([
    { actorKind: 'token', actorId: id, subjectId: id, address: '198.51.100.7' },
    { actorKind: 'token', actorId: id, subjectId: id, address: '198.51.100.8' },
  ])
})

test('a program that calls from ever new addresses does not fill the audit log', async () => {
  for (let nth = 0; nth < 130; nth += 1) {
    await from(`2001:db8::${nth}`)
    await usesWritten()
  }
  expect(await db().auditEntry.count({ where: { action: 'token.first-use' } })).toBe(100)
})

test('one that is over and still used is in the audit log, an hour of it as one line; what Foyer never made is not', async () => {
  await revokeToken(erin, id)
  for (let nth = 0; nth < 3; nth += 1) expect((await from('198.51.100.7')).status).toBe(401)
  expect((await from('198.51.100.7', newTokenText())).status).toBe(401)
  expect(await db().auditEntry.findMany({ where: { outcome: 'denied' } })).toMatchObject([
    {
      actorKind: 'token',
      actorId: id,
      action: 'token.use',
      address: '198.51.100.7',
      count: 3,
      details: { because: 'revoked' },
    },
  ])
})

test('what a token is refused is in the audit log as its own', async () => {
  expect((await me.GET(portal.call(token, '/api/me'))).status).toBe(403)
  expect(await db().auditEntry.findMany({ where: { outcome: 'denied' } })).toMatchObject([
    { actorKind: 'token', actorId: id, details: { method: 'GET', path: '/api/me' } },
  ])
})
