import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { companyReading } from '#lib/connections/company-reading.ts'
import { gotoForCompany } from '#lib/connections/goto-for-company.ts'
import { gotoOfOrganizer } from '#lib/connections/goto-of-organizer.ts'
import { db } from '#lib/db/client.ts'
import { setEnv } from '#lib/env.ts'
import { readAskedHistory } from '#lib/history/reading/read-asked-history.ts'
import { readBy } from '#lib/history/reading/ways-to-read.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import * as me from '../../app/api/me/route.ts'
import { PATCH } from '../../app/api/people/[id]/route.ts'
import { GET } from '../../app/api/people/route.ts'
import type { Account, AccountList } from './schema.ts'

let portal: TestPortal
let erin: UserActor

beforeEach(async () => {
  portal = await testPortal()
  erin = await portal.employee('erin@example.com')
})
afterEach(() => portal.close())

async function change(
  personId: string,
  body: unknown,
  who: UserActor = portal.adam,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const request = portal.request(who, `/api/people/${personId}`, { method: 'PATCH', body })
  const response = await PATCH(request, { params: Promise.resolve({ id: personId }) })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

async function accounts(search = ''): Promise<Account[]> {
  const response = await GET(portal.request(portal.adam, `/api/people?all=1${search}`))
  return ((await response.json()) as AccountList).items
}

async function statusOf(actor: UserActor): Promise<number> {
  return (await me.GET(portal.request(actor, '/api/me'))).status
}

test('somebody disabled is logged off everywhere at once, is found as disabled and no longer offered', async () => {
  const elsewhere = await portal.employee('erin@example.com')
  expect(await statusOf(erin)).toBe(200)
  const answer = await change(erin.personId, { disabled: true })
  expect(answer).toMatchObject({
    status: 200,
    body: { personId: erin.personId, disabledAt: '2026-11-24T09:00:00.000Z' },
  })
  expect([await statusOf(erin), await statusOf(elsewhere)]).toEqual([401, 401])
  expect((await accounts('&q=erin')).map(({ disabledAt }) => disabledAt !== null)).toEqual([true])
  expect((await accounts()).map(({ name }) => name)).toEqual(['Erin'])
  const offered = await GET(portal.request(portal.adam, '/api/people?q=erin'))
  expect(await offered.json()).toEqual({ items: [] })
  expect(await db().portalSession.findMany({ where: { personId: erin.personId, revokedAt: null } })).toEqual([])
})

test('enabled again, they sign in anew: the sessions that ended stay over', async () => {
  await change(erin.personId, { disabled: true })
  expect((await change(erin.personId, { disabled: false })).body).toMatchObject({ disabledAt: null })
  expect(await statusOf(erin)).toBe(401)
  expect(await statusOf(await portal.employee('erin@example.com'))).toBe(200)
  expect(await accounts()).toEqual([])
  const told = await db().auditEntry.findMany({ where: { subjectId: erin.personId }, orderBy: { id: 'asc' } })
  expect(told).toMatchObject([
    { action: 'person.disable', actorId: portal.adam.personId, details: { ended: 1 } },
    { action: 'person.enable', actorId: portal.adam.personId },
  ])
})

test('doing it twice changes and records nothing more', async () => {
  const first = await change(erin.personId, { disabled: true })
  portal.pass(5)
  expect(await change(erin.personId, { disabled: true })).toEqual(first)
  expect(await db().auditEntry.count({ where: { action: 'person.disable' } })).toBe(1)
})

test('nobody disables themselves, however they write their own id', async () => {
  for (const id of [portal.adam.personId, portal.adam.personId.toUpperCase()])
    expect(await change(id, { disabled: true })).toMatchObject({ status: 409, body: { code: 'conflict' } })
  expect(await statusOf(portal.adam)).toBe(200)
})

test('of two administrators who disable each other at once, one is left', async () => {
  setEnv({ adminEmails: ['adam@example.com', 'mara@example.com'] })
  const mara = await portal.employee('mara@example.com')
  const answers = await Promise.all([
    change(mara.personId, { disabled: true }),
    change(portal.adam.personId, { disabled: true }, mara),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  expect(await db().person.count({ where: { disabledAt: { not: null } } })).toBe(1)
})

test('only administrators do it, with exactly one word, to somebody who can sign in', async () => {
  const olivia = await portal.connected('olivia@example.com')
  expect((await change(erin.personId, { disabled: true }, olivia)).status).toBe(403)
  expect((await GET(portal.request(olivia, '/api/people?all=1'))).status).toBe(403)
  for (const body of [{}, { disabled: 'yes' }, { disabled: true, name: 'X' }, []])
    expect((await change(erin.personId, body)).status, JSON.stringify(body)).toBe(422)
  const guest = await db().person.create({ data: { name: 'Guest', email: 'g@customer.test', createdAt: new Date(0) } })
  expect((await change(guest.id, { disabled: true })).status).toBe(404)
  expect(await accounts('&q=guest')).toEqual([])
})

test('the grant of somebody disabled is kept and reads nothing, except to finish what they began', async () => {
  const olivia = await portal.connected('olivia@example.com')
  const { organizerKey } = await db().connection.findUniqueOrThrow({ where: { personId: olivia.personId } })
  await change(olivia.personId, { disabled: true })
  expect((await companyReading()).connectedOrganizerKeys).not.toContain(organizerKey)
  await expect(gotoOfOrganizer(organizerKey, { lane: 'background' })).rejects.toMatchObject({ code: 'not_connected' })
  await gotoOfOrganizer(organizerKey, { lane: 'background', isFinishing: true })
  await change(olivia.personId, { disabled: false })
  expect((await companyReading()).connectedOrganizerKeys).toContain(organizerKey)
})

test('what somebody asked of the past is not read for them, nor with their grant, once they are disabled', async () => {
  const olivia = await portal.connected('olivia@example.com')
  const organizer = await db().organizer.findFirstOrThrow({ where: { personId: olivia.personId } })
  const reader = { personId: olivia.personId, lane: 'background' } as const
  expect(await readBy(organizer, reader, async ({ right }) => right)).toBe('own')
  await change(olivia.personId, { disabled: true })
  // What administrators lend the company is left.
  expect(await readBy(organizer, reader, async ({ right }) => right)).toBe('administrator')
  const asked = { personId: olivia.personId, organizerIds: [organizer.id], withAttendees: false }
  const period = { from: '2026-11-01T00:00:00.000Z', to: '2026-11-24T00:00:00.000Z' }
  const worker = { kind: 'system', job: 'test' } as const
  expect(await readAskedHistory(worker, { ...asked, ...period })).toEqual({ read: 0 })
  await change(olivia.personId, { disabled: false })
  expect(await readAskedHistory(worker, { ...asked, ...period })).toEqual({ read: 1 })
})

test('what a disabled administrator lent reads nothing until they are enabled again', async () => {
  setEnv({ adminEmails: ['adam@example.com', 'mara@example.com'] })
  const mara = await portal.employee('mara@example.com')
  expect((await accounts('&q=adam')).map(({ isLending }) => isLending)).toEqual([true])
  await change(portal.adam.personId, { disabled: true }, mara)
  await expect(
    gotoForCompany({ lane: 'background' }).call('listUpcomingMeetingsByOrganizer', { path: { organizerKey: '1' } }),
  ).rejects.toMatchObject({ code: 'not_connected' })
  expect((await companyReading()).source).not.toBe('administrator')
  await change(portal.adam.personId, { disabled: false }, mara)
  expect((await companyReading()).source).toBe('administrator')
})
