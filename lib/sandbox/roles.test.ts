import { expect, test } from 'vitest'
import { type GotoCallName, gotoCalls } from '#lib/goto/contract/calls.ts'
import { meetingBody, people, testSandbox } from './test-calls.ts'

const { olivia, adam } = people
const range = { startDate: '2026-11-01T00:00:00Z', endDate: '2026-11-20T00:00:00Z' }
const somebodyElse = '300000000000385457'
const path = {
  organizerKey: somebodyElse,
  groupKey: '1203417',
  sessionId: '6600000000000000001',
  meetingId: '123456789',
}
const query = { ...range, scheduled: 'true', email: 'mara@example.com' }

const calls = Object.entries(gotoCalls).filter(([, { api }]) => api === 'meetings') as [GotoCallName, { who: string }][]
const forAdministrators = calls
  .filter(([, { who }]) => who === 'admin' || who === 'own key or admin')
  .map(([name]) => name)
const forOrganizers = calls.filter(([, { who }]) => !who.includes('admin')).map(([name]) => name)

test.each(forAdministrators)(
  '%s is refused to an organizer with 403 and a body that is not InvalidToken',
  async (name) => {
    const { send } = testSandbox()
    const { status, json } = await send(olivia, name, { path, query, body: {} })
    expect(status).toBe(403)
    expect(json).toEqual({ int_err_code: 'AccessDenied', msg: expect.any(String) })
  },
)

test.each(forAdministrators)('%s answers an administrator, with a documented status', async (name) => {
  const { send } = testSandbox()
  const { status } = await send(adam, name, { path, query, body: {} })
  expect(status).not.toBe(403)
  expect(gotoCalls[name].statuses).toContain(status)
})

test.each(forOrganizers)('%s answers an organizer, with a documented status', async (name) => {
  const { send, plan, sandbox } = testSandbox()
  const meetingId = await plan(olivia)
  const { status } = await send(olivia, name, { path: { meetingId }, query: range, body: meetingBody(sandbox) })
  expect(status).toBe(gotoCalls[name].status)
})

test.each(['getOrganizer', 'listHistoricalMeetingsByOrganizer'] as const)(
  '%s is open to one’s own key',
  async (name) => {
    const { send, call } = testSandbox()
    const { organizerKey } = await call(olivia, 'getIdentityMe')
    expect((await send(olivia, name, { path: { organizerKey }, query: range })).status).toBe(200)
  },
)

test('who I am: key and account of everybody, roles of the administrator', async () => {
  const { call } = testSandbox()
  const mine = await call(olivia, 'getIdentityMe')
  expect(mine).toMatchObject({ email: olivia, accounts: [{ accountKey: '200000000000002211' }] })
  expect(await call(olivia, 'getAdminMe')).toMatchObject({ organizerKey: mine.organizerKey, adminRoles: [] })
  expect(await call(adam, 'getAdminMe')).toMatchObject({ accountKey: '200000000000002211', adminRoles: ['SUPER_USER'] })
})

test('unknown addresses and methods are refused, unknown query parameters ignored', async () => {
  const { sandbox, tokenOf, send } = testSandbox()
  const headers = { authorization: `Bearer ${tokenOf(olivia)}` }
  const at = async (where: string, method = 'GET') =>
    (await sandbox.fetch(`https://goto.test${where}`, { method, headers })).status
  expect(await at('/G2M/rest/nothing')).toBe(404)
  expect(await at('/G2M/rest/upcomingMeetings', 'DELETE')).toBe(405)
  expect((await send(olivia, 'listUpcomingMeetings', { query: { limit: '3' } })).status).toBe(200)
})

test('administrators read users and groups through the Admin API and SCIM, page by page', async () => {
  const { sandbox, tokenOf } = testSandbox()
  const at = async (where: string, email: string = adam) => {
    const reply = await sandbox.fetch(`https://goto.test${where}`, {
      headers: { authorization: `Bearer ${tokenOf(email)}` },
    })
    return { status: reply.status, body: (await reply.json().catch(() => null)) as Record<string, unknown> }
  }
  const account = '/admin/rest/v1/accounts/200000000000002211'
  expect((await at(`${account}/users?pageSize=3`)).body).toMatchObject({ fromIndex: 0, toIndex: 3, total: 4 })
  const filter = encodeURIComponent('(email="mara@example.com")')
  expect((await at(`${account}/users?filter=${filter}`)).body).toMatchObject({ results: [{ key: somebodyElse }] })
  expect((await at(`${account}/users/${somebodyElse}`)).body).toMatchObject({ email: 'mara@example.com' })
  expect((await at(`${account}/users/1`)).status).toBe(404)
  expect((await at(`${account}/groups`)).body).toMatchObject({ total: 8 })
  expect((await at(`${account}/users`, olivia)).status).toBe(401)
  const scim = encodeURIComponent('userName sw "mara"')
  expect((await at(`/identity/v1/Users?filter=${scim}`)).body).toMatchObject({ totalResults: 1 })
})
