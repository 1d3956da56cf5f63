import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { setEnv } from '#lib/env.ts'
import { demoPat } from '#lib/sandbox/oauth/token.ts'
import { type UnreadPortal, unreadPortal } from '#lib/testing/portal.ts'
import { companyReading } from './company-reading.ts'
import { disconnect } from './disconnect.ts'
import { gotoAs } from './goto-as.ts'
import { gotoForCompany } from './goto-for-company.ts'
import { gotoOfOrganizer } from './goto-of-organizer.ts'
import { lendConnection } from './lend-connection.ts'
import { sealToken } from './secrets.ts'

let portal: UnreadPortal
let mara: UserActor
let adam: UserActor

beforeAll(async () => {
  portal = await unreadPortal()
})

afterAll(() => portal.close())

test('with nobody connected nothing can be read, not even with a personal token', async () => {
  setEnv({ gotoPat: demoPat })
  expect(await companyReading()).toMatchObject({ accountKey: null, source: 'none' })
  await expect(listAll()).rejects.toMatchObject({ code: 'not_connected' })
  setEnv({ gotoPat: null })
  expect(await companyReading()).toMatchObject({ accountKey: null, source: 'none', connectedOrganizerKeys: [] })
  await expect(listAll()).rejects.toMatchObject({ code: 'not_connected' })
})

test('when administrators do not lend, each reads only as themselves', async () => {
  adam = await portal.connected('adam@example.com')
  mara = await portal.connected('mara@example.com')
  const { organizerKey } = await db().connection.findUniqueOrThrow({ where: { personId: mara.personId } })
  const reading = await companyReading()
  expect(reading.source).toBe('organizers')
  expect(reading.connectedOrganizerKeys).toContain(organizerKey)
  await expect(listAll()).rejects.toMatchObject({ code: 'not_connected' })
  const own = await gotoOfOrganizer(organizerKey, { lane: 'background' })
  expect(await own.call('getIdentityMe')).toMatchObject({ organizerKey, email: 'mara@example.com' })
  expect(await gotoAs(adam, { lane: 'interactive' }).call('getIdentityMe')).toMatchObject({ email: 'adam@example.com' })
})

test('a lent grant reads the company', async () => {
  await lendConnection(adam, { isLent: true })
  expect((await companyReading()).source).toBe('administrator')
  expect((await listAll()).length).toBeGreaterThan(2)
})

test('a lender without the role at GoTo is skipped for the next', async () => {
  const before = new Date(now().getTime() - 60_000)
  await db().connection.update({ where: { personId: mara.personId }, data: { isAdministrator: true, lentAt: before } })
  expect((await listAll()).length).toBeGreaterThan(2)
})

test('a lender whose grant has ended is skipped and noted, then the personal token is used', async () => {
  const row = await db().connection.findUniqueOrThrow({ where: { personId: adam.personId } })
  const refreshToken = sealToken(row.id, 'refresh_token', 'ended')
  await db().connection.update({ where: { id: row.id }, data: { refreshToken, accessExpiresAt: now() } })
  await expect(listAll()).rejects.toMatchObject({ code: 'not_connected' })
  // Only Mara is left, whose role is gone: organizers' own grants are next.
  await expect(listAll()).rejects.toMatchObject({ code: 'not_connected', cause: { code: 'forbidden' } })
  expect(await db().connection.findUnique({ where: { id: row.id } })).toMatchObject({
    status: 'revoked',
    lastFailureAt: expect.any(Date),
  })
  setEnv({ gotoPat: demoPat })
  expect((await listAll()).length).toBeGreaterThan(2)
  setEnv({ gotoPat: null })
})

test('a token that GoTo suddenly rejects is renewed and the call repeated', async () => {
  const { version } = await db().connection.findUniqueOrThrow({ where: { personId: mara.personId } })
  portal.sandbox.fault('listUpcomingMeetings', 403)
  expect(await gotoAs(mara, { lane: 'interactive' }).call('listUpcomingMeetings')).toMatchObject({
    rows: expect.any(Array),
  })
  expect(await db().connection.findUnique({ where: { personId: mara.personId } })).toMatchObject({
    version: version + 1,
  })
})

test('a person who disconnects is not connected', async () => {
  await disconnect(mara)
  await disconnect(mara)
  await expect(gotoAs(mara, { lane: 'interactive' }).call('getIdentityMe')).rejects.toMatchObject({
    code: 'not_connected',
  })
})

function listAll() {
  return gotoForCompany({ lane: 'background' })
    .call('listOrganizers')
    .then(({ rows }) => rows)
}
