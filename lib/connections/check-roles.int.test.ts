import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { SystemActor, UserActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { type UnreadPortal, unreadPortal } from '#lib/testing/portal.ts'
import { checkRoles } from './check-roles.ts'

const job: SystemActor = { kind: 'system', job: 'check-roles' }
let portal: UnreadPortal

beforeAll(async () => {
  portal = await unreadPortal()
})

afterAll(() => portal.close())

afterEach(() => setGotoFetch((request) => portal.sandbox.fetch(request)))

test('an administrator who lost the role at GoTo is none here and lends nothing; one who has it stays', async () => {
  const adam = await portal.lender('adam@example.com')
  const mara = await administrator('mara@example.com')
  expect(await checkRoles(job)).toEqual({ lost: 1 })
  expect(await db().connection.findUnique({ where: { personId: mara.personId } })).toMatchObject({
    isAdministrator: false,
    lentAt: null,
    status: 'active',
  })
  expect(await db().connection.findUnique({ where: { personId: adam.personId } })).toMatchObject({
    isAdministrator: true,
    lentAt: expect.any(Date),
  })
  expect(await checkRoles(job)).toEqual({ lost: 0 })
})

test.each([403, 404])('an Admin API answering %i says nothing about the role', async (status) => {
  const adam = await portal.lender('adam@example.com')
  answerAdmin(async () => new Response('{"incidentId":"1","errors":[]}', { status }))
  expect(await checkRoles(job)).toEqual({ lost: 0 })
  expect(await role(adam)).toEqual({ isAdministrator: true, lentAt: expect.any(Date) })
  // Signing in again in the meantime takes nothing away either.
  await portal.connected('adam@example.com')
  expect(await role(adam)).toEqual({ isAdministrator: true, lentAt: expect.any(Date) })
})

test('another GoTo account does not inherit a role that GoTo does not mention', async () => {
  const adam = await portal.lender('adam@example.com')
  const connection = await db().connection.findUniqueOrThrow({ where: { personId: adam.personId } })
  await db().connection.update({ where: { id: connection.id }, data: { organizerKey: '1' } })
  answerAdmin(async () => new Response('{}', { status: 403 }))
  await portal.connected('adam@example.com')
  expect(await role(adam)).toEqual({ isAdministrator: false, lentAt: null })
})

test('a token that GoTo rejects is renewed, and the role is checked with the new one', async () => {
  const mara = await administrator('mara@example.com')
  await db().connection.deleteMany({ where: { personId: { not: mara.personId } } })
  const { version } = await db().connection.findUniqueOrThrow({ where: { personId: mara.personId } })
  portal.sandbox.fault('getAdminMe', 403)
  expect(await checkRoles(job)).toEqual({ lost: 1 })
  expect(await role(mara)).toEqual({ isAdministrator: false, lentAt: null })
  expect(await db().connection.findUnique({ where: { personId: mara.personId } })).toMatchObject({
    version: version + 1,
  })
})

test('reconnecting while the role is being checked changes nothing', async () => {
  const mara = await administrator('mara@example.com')
  answerAdmin(async (request) => {
    const answer = await portal.sandbox.fetch(request)
    await db().connection.update({ where: { personId: mara.personId }, data: { grantedAt: new Date('2026-11-25') } })
    return answer
  })
  expect(await checkRoles(job)).toEqual({ lost: 0 })
  expect(await role(mara)).toEqual({ isAdministrator: true, lentAt: expect.any(Date) })
})

test('only a job checks roles', async () => {
  const adam = await portal.connected('adam@example.com')
  await expect(checkRoles(adam)).rejects.toMatchObject({ code: 'forbidden' })
})

test('while GoTo cannot be reached, nothing changes', async () => {
  const mara = await administrator('mara@example.com')
  portal.sandbox.fault('*', 503, { count: 100 })
  expect(await checkRoles(job)).toEqual({ lost: 0 })
  expect(await role(mara)).toEqual({ isAdministrator: true, lentAt: expect.any(Date) })
})

/** Somebody who had the role until just now. */
async function administrator(email: string): Promise<UserActor> {
  const actor = await portal.connected(email)
  const data = { isAdministrator: true, lentAt: new Date() }
  await db().connection.update({ where: { personId: actor.personId }, data })
  return actor
}

function role({ personId }: UserActor) {
  return db().connection.findUnique({ where: { personId }, select: { isAdministrator: true, lentAt: true } })
}

function answerAdmin(answer: (request: Request) => Promise<Response>): void {
  setGotoFetch((request) => (request.url.includes('/admin/') ? answer(request) : portal.sandbox.fetch(request)))
}
