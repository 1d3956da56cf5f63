import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { sha256 } from '#lib/crypto.ts'
import { db } from '#lib/db/client.ts'
import { changeAccount } from '#lib/people/change-account.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { tokenDraft } from '#lib/testing/tokens.ts'
import { DELETE } from '../../app/api/tokens/[id]/route.ts'
import { GET, POST } from '../../app/api/tokens/route.ts'
import { createToken, mostADay, mostTokens } from './create-token.ts'
import { listTokens, mostListed } from './list-tokens.ts'
import { revokeToken } from './revoke-token.ts'
import type { ApiTokenList, CreatedApiToken } from './schema.ts'

let portal: TestPortal
let erin: UserActor

beforeEach(async () => {
  portal = await testPortal()
  erin = await portal.employee('erin@example.com')
})
afterEach(() => portal.close())

type Answer = { status: number; body: Record<string, unknown> & { fields?: Record<string, string>; detail?: string } }

async function ask(body: unknown, who = erin): Promise<Answer> {
  const response = await POST(portal.request(who, '/api/tokens', { method: 'POST', body }))
  return { status: response.status, body: (await response.json()) as Answer['body'] }
}

test('the token is in one answer, once: what is kept is its hash, and who made it when', async () => {
  const draft = tokenDraft(['meetings:read', 'history:read'], { name: '  Wallboard ' })
  const response = await POST(portal.request(erin, '/api/tokens', { method: 'POST', body: draft }))
  expect([response.status, response.headers.get('cache-control')]).toEqual([201, 'no-store'])
  const { id, token, ...more } = (await response.json()) as CreatedApiToken
  expect(more).toEqual({})
  expect(await db().apiToken.findMany()).toMatchObject([{ id, tokenHash: sha256(token) }])
  const listed = await GET(portal.request(erin, '/api/tokens'))
  const text = await listed.text()
  expect((JSON.parse(text) as ApiTokenList).items).toMatchObject([
    { id, name: 'Wallboard', start: token.slice(0, 10), actsAs: 'me', isMine: true, state: 'active', lastUsedAt: null },
  ])
  const kept = JSON.stringify([await db().apiToken.findMany(), await db().auditEntry.findMany()], (_, value) =>
    typeof value === 'bigint' ? String(value) : (value as unknown),
  )
  for (const where of [text, kept]) expect(where).not.toContain(token.slice(0, 16))
  expect(text).not.toContain(sha256(token))
  expect(await db().auditEntry.findMany({ where: { action: 'token.create' } })).toMatchObject([
    { actorKind: 'user', actorId: erin.personId, subjectId: id, details: { name: 'Wallboard', actsAs: 'me' } },
  ])
})

describe('a token is not created', () => {
  test.each([
    ['without a name', { name: ' ' }, { name: 'Enter a name.' }],
    ['with a name of nothing that can be seen', { name: '\u200b' }, { name: 'Enter a name.' }],
    ['with a long name', { name: 'x'.repeat(81) }, { name: 'At most 80 characters.' }],
    ['without scopes', { scopes: [] }, { scopes: 'Choose at least one scope.' }],
    ['with a scope twice', { scopes: ['meetings:read', 'meetings:read'] }, { scopes: 'Each scope once.' }],
    ['with a scope that does not exist', { scopes: ['everything'] }, { 'scopes.0': expect.any(String) }],
    ['for the past', { expiresAt: '2026-11-24T09:00:00Z' }, { expiresAt: 'Choose a future time.' }],
    ['for ever', { expiresAt: '2999-01-01T00:00:00Z' }, { expiresAt: expect.stringContaining('within 366 days') }],
    ['for a time without a zone', { expiresAt: '2026-12-24T09:00:00' }, { expiresAt: expect.any(String) }],
    ['with a field nobody knows', { id: 'mine' }, { id: 'This field does not exist.' }],
  ])('%s', async (_, wrong, fields) => {
    const { status, body } = await ask({ ...tokenDraft(['meetings:read']), ...wrong })
    expect(status).toBe(422)
    expect(body.fields).toEqual(fields)
    expect(await db().apiToken.count()).toBe(0)
  })

  test('for a service, except by an administrator, and never to change meetings', async () => {
    const forService = tokenDraft(['meetings:read'], { actsAs: 'service' })
    expect(await ask(forService)).toMatchObject({
      status: 403,
      body: { detail: expect.stringMatching(/administrator/) },
    })
    expect((await ask(forService, portal.adam)).status).toBe(201)
    const changing = { ...forService, scopes: ['meetings:read', 'meetings:write'] }
    expect(await ask(changing, portal.adam)).toMatchObject({
      status: 422,
      body: { fields: { scopes: 'A service can’t change meetings: only a person organizes them.' } },
    })
  })

  test('beyond twenty that work, also when two are asked for at once; what ended makes room', async () => {
    const draft = tokenDraft(['meetings:read'])
    for (let nth = 0; nth < mostTokens - 1; nth += 1) await createToken(erin, draft)
    const both = await Promise.all([ask(draft), ask(draft)])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    const [one] = (await listTokens(erin, {})).items
    await revokeToken(erin, one?.id ?? '')
    expect((await ask(draft)).status).toBe(201)
    portal.pass(31 * 24 * 60)
    erin = await portal.employee('erin@example.com')
    expect((await ask(tokenDraft(['meetings:read']))).status).toBe(201)
  })
})

test('who creates and revokes all day is told to come back tomorrow', async () => {
  for (let nth = 0; nth < mostADay; nth += 1) {
    const { id } = await createToken(erin, tokenDraft(['meetings:read']))
    await revokeToken(erin, id)
  }
  expect(await ask(tokenDraft(['meetings:read']))).toMatchObject({
    status: 429,
    body: {
      detail: 'You have created 60 API tokens in a day. Create the next one tomorrow.',
      retryAfterSeconds: 86_400,
    },
  })
  expect((await ask(tokenDraft(['meetings:read']), portal.adam)).status).toBe(201)
  portal.pass(24 * 60)
  erin = await portal.employee('erin@example.com')
  expect((await ask(tokenDraft(['meetings:read']))).status).toBe(201)
})

test('a list ends, with what works in it before what is over', async () => {
  const works = await createToken(erin, tokenDraft(['meetings:read']))
  portal.pass(1)
  await db().$executeRaw`
    INSERT INTO api_token (id, token_hash, name, start, scopes, acts_as, maker_id, created_at, expires_at, revoked_at)
    SELECT gen_random_uuid(), 'hash ' || nth, 'Many', 'foyer_AbCd', '{meetings:read}', 'me', ${erin.personId}::uuid,
      ${now()}, ${new Date('2027-01-01')}, ${now()}
    FROM generate_series(1, ${mostListed}::int) AS nth`
  const { items, hasMore } = await listTokens(portal.adam, { all: '1' })
  expect([items.length, items[0]?.id, hasMore]).toEqual([mostListed, works.id, true])
})

test('everybody lists and revokes their own; an administrator everybody’s', async () => {
  const { id } = await createToken(erin, tokenDraft(['meetings:read']))
  const tom = await portal.employee('tom@example.com')
  expect((await listTokens(tom, {})).items).toEqual([])
  expect((await listTokens(portal.adam, {})).items).toEqual([])
  expect((await GET(portal.request(tom, '/api/tokens?all=1'))).status).toBe(403)
  expect((await listTokens(portal.adam, { all: '1' })).items).toMatchObject([
    { id, isMine: false, madeBy: { personId: erin.personId, name: 'Erin' } },
  ])
  const revoke = async (who: UserActor, which = id) => {
    const request = portal.request(who, `/api/tokens/${which}`, { method: 'DELETE' })
    return (await DELETE(request, { params: Promise.resolve({ id: which }) })).status
  }
  expect([await revoke(tom), await revoke(tom, tom.personId)]).toEqual([404, 404])
  // Twice is once.
  expect([await revoke(portal.adam), await revoke(portal.adam), await revoke(erin)]).toEqual([204, 204, 204])
  expect(await db().auditEntry.findMany({ where: { action: 'token.revoke' } })).toMatchObject([
    { actorId: portal.adam.personId, subjectId: id, details: { name: 'Nightly', makerId: erin.personId } },
  ])
})

test('the list says what became of each, what works first, and forgets what ended after a month', async () => {
  const soon = tokenDraft(['meetings:read'], { name: 'soon over', expiresAt: '2026-11-24T10:00:00Z' })
  await createToken(portal.adam, soon)
  await createToken(erin, tokenDraft(['meetings:read'], { name: 'paused' }))
  await createToken(portal.adam, tokenDraft(['meetings:read'], { name: 'works', expiresAt: '2027-11-01T00:00:00Z' }))
  const revoked = await createToken(portal.adam, tokenDraft(['meetings:read'], { name: 'revoked' }))
  await revokeToken(portal.adam, revoked.id)
  await changeAccount(portal.adam, erin.personId, { disabled: true })
  portal.pass(90)
  const states = async () => {
    const { items } = await listTokens(portal.adam, { all: '1' })
    return items.map(({ name, state }) => `${name}: ${state}`)
  }
  expect(await states()).toEqual(['works: active', 'paused: paused', 'revoked: revoked', 'soon over: expired'])
  portal.pass(31 * 24 * 60)
  expect(await states()).toEqual(['works: active', 'paused: expired'])
})
