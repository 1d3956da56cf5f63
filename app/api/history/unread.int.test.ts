import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { exportSession } from '#lib/history/files/export-session.ts'
import { listHistory } from '#lib/history/list/list-history.ts'
import type { Session } from '#lib/history/schema.ts'
import { getSession } from '#lib/history/session/get-session.ts'
import type { Download } from '#lib/http/download.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { workAsked } from '#lib/testing/work-asked.ts'

let portal: TestPortal
let olivia: UserActor
let manager: UserActor
let id: string
let organizerId: string

/** A session of Olivia's of two days ago whose attendees nobody has asked for, and a manager without a GoTo account. */
beforeEach(async () => {
  portal = await testPortal()
  const organizer = await db().organizer.findFirstOrThrow({ where: { email: 'olivia@example.com' } })
  organizerId = organizer.id
  const room = await db().meeting.findFirstOrThrow({ where: { kind: 'room', organizerId } })
  const gotoMeetingId = String(room.gotoMeetingId)
  portal.sandbox.act(gotoMeetingId, 'start')
  portal.sandbox.act(gotoMeetingId, 'join', { name: 'Cleo' })
  portal.pass(5)
  portal.sandbox.act(gotoMeetingId, 'end')
  portal.pass(1)
  olivia = await portal.connected('olivia@example.com')
  const employee = await portal.employee('erin@example.com')
  manager = { ...employee, managedGroupIds: [organizer.groupId ?? ''] }
  await listHistory(olivia, { q: gotoMeetingId })
  await workAsked()
  id = (await listHistory(olivia, { q: gotoMeetingId })).items[0]?.id ?? ''
  portal.pass(2 * 24 * 60)
})
afterEach(() => portal.close())

/** Once GoTo has been asked. */
async function look(actor: UserActor): Promise<Session> {
  await getSession(actor, id)
  await workAsked()
  return getSession(actor, id)
}

function download(actor: UserActor): Promise<Download> {
  return exportSession(actor, id, { format: 'csv' })
}

test('attendance GoTo hasn’t reported, or couldn’t be asked for just now, is retried', async () => {
  setGotoFetch(async (request) =>
    request.url.includes('/attendees') ? Response.json([]) : portal.sandbox.fetch(request),
  )
  expect(await look(olivia)).toMatchObject({ asOf: null, unreadBecause: 'preparing' })
  await expect(download(olivia)).rejects.toMatchObject({ code: 'upstream_unavailable', retryAfterSeconds: 5 })
  setGotoFetch((request) => portal.sandbox.fetch(request))
  portal.sandbox.fault('*', 503, { count: 1_000, retryAfterSeconds: 600 })
  portal.pass(5)
  expect(await look(olivia)).toMatchObject({ asOf: null, unreadBecause: 'failed' })
  await expect(download(olivia)).rejects.toMatchObject({ code: 'upstream_unavailable', retryAfterSeconds: 5 })
})

test('known attendees have no reason to be missing', async () => {
  expect(await look(olivia)).toMatchObject({ asOf: expect.any(String), unreadBecause: null })
  expect(await download(olivia)).toMatchObject({ extension: 'csv' })
})

test('if nobody lends a grant only the organizer’s own reads, and others are told so', async () => {
  await db().connection.updateMany({ data: { lentAt: null } })
  expect(await look(manager)).toMatchObject({ asOf: null, unreadBecause: 'not-connected' })
  await expect(download(manager)).rejects.toMatchObject({ code: 'not_connected' })
  await db().connection.updateMany({ where: { organizerKey: { not: '' } }, data: { status: 'revoked' } })
  expect(await look(olivia)).toMatchObject({ asOf: null, unreadBecause: 'not-connected' })
  await db().connection.updateMany({ where: { personId: olivia.personId }, data: { status: 'active' } })
  portal.pass(1)
  expect(await look(olivia)).toMatchObject({ unreadBecause: null })
})

test('within a day of the end the scheduled job reads with the organizer’s grant, so a manager waits', async () => {
  await db().connection.updateMany({ data: { lentAt: null } })
  await db().session.update({ where: { id }, data: { endedAt: portal.sandbox.now() } })
  expect(await look(manager)).toMatchObject({ asOf: null, unreadBecause: 'preparing' })
})

test('no report is promised for an organizer who is gone, or beyond GoTo’s year', async () => {
  const calls = portal.sandbox.calls().length
  const { startedAt } = await db().session.findUniqueOrThrow({ where: { id } })
  const longAgo = new Date(startedAt.getTime() - 370 * 86_400_000)
  await db().session.update({ where: { id }, data: { startedAt: longAgo } })
  expect(await look(olivia)).toMatchObject({ asOf: null, unreadBecause: 'expired' })
  await expect(download(olivia)).rejects.toMatchObject({ code: 'not_found' })
  await db().session.update({ where: { id }, data: { startedAt } })
  await db().organizer.update({ where: { id: organizerId }, data: { goneAt: portal.sandbox.now() } })
  expect(await look(manager)).toMatchObject({ asOf: null, unreadBecause: 'organizer-gone' })
  await expect(download(manager)).rejects.toMatchObject({ code: 'not_found' })
  expect(portal.sandbox.calls()).toHaveLength(calls)
})
