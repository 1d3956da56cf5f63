import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { forgetRows } from '#lib/auth/row-cache.ts'
import { now } from '#lib/clock.ts'
import { disconnect } from '#lib/connections/disconnect.ts'
import { db, pool } from '#lib/db/client.ts'
import { setEnv } from '#lib/env.ts'
import type { RouteHandler } from '#lib/http/route.ts'
import type { MeetingList } from '#lib/meetings/schema.ts'
import { changeAccount } from '#lib/people/change-account.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { tokenDraft } from '#lib/testing/tokens.ts'
import * as history from '../../app/api/history/route.ts'
import * as meeting from '../../app/api/meetings/[id]/route.ts'
import * as meetings from '../../app/api/meetings/route.ts'
import { createToken } from './create-token.ts'
import { revokeToken } from './revoke-token.ts'

let portal: TestPortal

beforeEach(async () => {
  portal = await testPortal()
})
afterEach(() => portal.close())

const list = (token: string, query = '') => meetings.GET(portal.call(token, `/api/meetings${query}`))
const statusOf = async (token: string, handler: RouteHandler = meetings.GET, path = '/api/meetings') =>
  (await handler(portal.call(token, path))).status
const itemsOf = async (response: Response) => ((await response.json()) as MeetingList).items

/** Every meeting of Mara's is for invited people only, from now on. */
async function hideMaras(): Promise<string[]> {
  const mine = { organizer: { email: 'mara@example.com' } }
  await db().meeting.updateMany({ where: mine, data: { visibility: 'invited' } })
  const found = await db().occurrence.findMany({ where: { goneAt: null, startsAt: { gt: now() }, meeting: mine } })
  expect(found.length).toBeGreaterThan(0)
  return found.map(({ id }) => id)
}

describe('a token of mine', () => {
  test('sees what I see and does what I may, within its scopes', async () => {
    const hidden = await hideMaras()
    const olivia = await portal.connected('olivia@example.com')
    const { token } = await createToken(olivia, tokenDraft(['meetings:read', 'meetings:write']))
    const seen = (await itemsOf(await list(token, '?limit=200'))).map(({ id }) => id)
    expect(seen.length).toBeGreaterThan(0)
    expect(hidden.filter((id) => seen.includes(id))).toEqual([])
    const draft = { subject: 'By a program', startsAt: '2026-11-24T15:00:00Z', endsAt: '2026-11-24T15:30:00Z' }
    const created = await meetings.POST(portal.call(token, '/api/meetings', { method: 'POST', body: draft }))
    expect(created.status, await created.clone().text()).toBe(201)
    const { id, can } = (await created.json()) as { id: string; can: Record<string, boolean> }
    // Only people join.
    expect(can).toMatchObject({ edit: true, cancel: true, start: true, join: false })
    const entries = await db().auditEntry.findMany({ where: { actorKind: 'token' } })
    for (const entry of entries) expect(entry.actorId).not.toBe(olivia.personId)
    const gone = await meeting.DELETE(portal.call(token, `/api/meetings/${id}`, { method: 'DELETE' }), {
      params: Promise.resolve({ id }),
    })
    expect(gone.status).toBe(200)
  })

  test('to change meetings needs no scope to read them for it', async () => {
    const olivia = await portal.connected('olivia@example.com')
    const { token } = await createToken(olivia, tokenDraft(['meetings:write']))
    const draft = { subject: 'Blind', startsAt: '2026-11-24T15:00:00Z', endsAt: '2026-11-24T15:30:00Z' }
    const created = await meetings.POST(portal.call(token, '/api/meetings', { method: 'POST', body: draft }))
    const { id } = (await created.json()) as { id: string }
    const params = { params: Promise.resolve({ id }) }
    const body = { ...draft, subject: 'Still blind', version: 1 }
    const changed = await meeting.PUT(portal.call(token, `/api/meetings/${id}`, { method: 'PUT', body }), params)
    expect(changed.status, await changed.clone().text()).toBe(200)
    expect((await meeting.GET(portal.call(token, `/api/meetings/${id}`), params)).status).toBe(403)
  })

  test('loses at once what I lose', async () => {
    const { token } = await createToken(portal.adam, tokenDraft(['meetings:read', 'history:read']))
    const [hidden] = await hideMaras()
    const params = { params: Promise.resolve({ id: hidden ?? '' }) }
    const look = async () => (await meeting.GET(portal.call(token, `/api/meetings/${hidden}`), params)).status
    expect([await look(), await statusOf(token, history.GET, '/api/history')]).toEqual([200, 200])
    setEnv({ adminEmails: [] })
    await disconnect(portal.adam)
    expect(await look()).toBe(404)
    await db().organizer.updateMany({ where: { personId: portal.adam.personId }, data: { goneAt: now() } })
    forgetRows()
    expect(await statusOf(token, history.GET, '/api/history')).toBe(403)
    expect(await statusOf(token)).toBe(200)
  })

  test('rests while I am disabled, and works again afterwards', async () => {
    const erin = await portal.employee('erin@example.com')
    const { token } = await createToken(erin, tokenDraft(['meetings:read']))
    expect(await statusOf(token)).toBe(200)
    await changeAccount(portal.adam, erin.personId, { disabled: true })
    const refused = await list(token)
    expect(refused.status).toBe(401)
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('can’t use Foyer at the moment') })
    await changeAccount(portal.adam, erin.personId, { disabled: false })
    expect(await statusOf(token)).toBe(200)
  })
})

describe('a service’s token', () => {
  test('sees the company as an administrator does, and has nothing of its own', async () => {
    const hidden = await hideMaras()
    const { token, id } = await createToken(portal.adam, tokenDraft(['meetings:read'], { actsAs: 'service' }))
    const seen = (await itemsOf(await list(token, '?limit=200'))).map((one) => one.id)
    expect(hidden.filter((one) => !seen.includes(one))).toEqual([])
    expect(await itemsOf(await list(token, '?mine=1'))).toEqual([])
    // Whatever a row says: written by hand, or by a later version.
    await pool().query(`UPDATE api_token SET scopes = '{meetings:read,meetings:write,all}' WHERE id = $1`, [id])
    forgetRows()
    const draft = { subject: 'By nobody', startsAt: '2026-11-24T15:00:00Z', endsAt: '2026-11-24T15:30:00Z' }
    const created = await meetings.POST(portal.call(token, '/api/meetings', { method: 'POST', body: draft }))
    expect(created.status).toBe(403)
  })

  test('stops when its maker is no longer an administrator, and when they are disabled', async () => {
    const { token } = await createToken(portal.adam, tokenDraft(['meetings:read'], { actsAs: 'service' }))
    expect(await statusOf(token)).toBe(200)
    setEnv({ adminEmails: [] })
    await db().connection.updateMany({ data: { isAdministrator: false } })
    forgetRows()
    const refused = await list(token)
    expect(refused.status).toBe(401)
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('no longer an administrator') })
    setEnv({ adminEmails: ['adam@example.com'] })
    forgetRows()
    expect(await statusOf(token)).toBe(200)
    await db().person.update({ where: { id: portal.adam.personId }, data: { disabledAt: now() } })
    forgetRows()
    expect(await statusOf(token)).toBe(401)
  })
})

test('a token ends on its second, and revoked at once', async () => {
  const erin = await portal.employee('erin@example.com')
  const short = await createToken(erin, tokenDraft(['meetings:read'], { expiresAt: '2026-11-24T10:00:00Z' }))
  portal.pass(59)
  expect(await statusOf(short.token)).toBe(200)
  portal.pass(1)
  const over = await list(short.token)
  expect(over.status).toBe(401)
  expect(over.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
  expect(await over.json()).toMatchObject({ detail: 'This API token expired on 2026-11-24. Create a new one.' })

  const { id, token } = await createToken(erin, tokenDraft(['meetings:read']))
  expect(await statusOf(token)).toBe(200)
  await revokeToken(erin, id)
  expect(await statusOf(token)).toBe(401)
})

test('a revocation by another process takes effect within a second', async () => {
  const erin = await portal.employee('erin@example.com')
  const { id, token } = await createToken(erin, tokenDraft(['meetings:read']))
  expect(await statusOf(token)).toBe(200)
  await pool().query('UPDATE api_token SET revoked_at = $2 WHERE id = $1', [id, now()])
  await expect.poll(() => statusOf(token), { timeout: 1_000, interval: 20 }).toBe(401)
})

test('its answers are not those of the pages, nor theirs its own', async () => {
  portal.pass(60)
  const erin = await portal.employee('erin@example.com')
  const { token } = await createToken(erin, tokenDraft(['meetings:read']))
  const joinable = async (response: Response) => (await itemsOf(response)).filter(({ can }) => can.join).length
  const byProgram = () => list(token, '?limit=200')
  const byBrowser = () => meetings.GET(portal.request(erin, '/api/meetings?limit=200'))
  expect(await joinable(await byProgram())).toBe(0)
  expect(await joinable(await byBrowser())).toBeGreaterThan(0)
  expect(await joinable(await byProgram())).toBe(0)
})
